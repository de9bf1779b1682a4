import { options } from 'preact';

/** The parts a page may style, by the class that carries them inside. */
export const PARTS: Readonly<Record<string, string>> = {
  'pb-embed': 'root',
  'pb-embed-label': 'title',
  'pb-builder': 'builder',
  'pb-field': 'field',
  'pb-label': 'label',
  'pb-input': 'input',
  'pb-preview': 'preview',
  'pb-hint': 'hint',
  'pb-problem': 'problem',
  'pb-choice': 'choice',
  'pb-check': 'check',
  'pb-findings': 'remarks',
  'pb-notice': 'notice',
  'pb-actions': 'actions',
  'pb-button': 'button',
  primary: 'button-primary',
};

let named = false;

/**
 * Gives every element its part from here on. Done in this bundle's own Preact, so that the builder's
 * components need not know that they are embedded.
 */
export function nameParts(): void {
  if (named) return;
  named = true;
  const before = options.vnode;
  options.vnode = (vnode) => {
    const { props } = vnode;
    if (typeof vnode.type === 'string' && 'class' in props && typeof props.class === 'string') {
      const parts = props.class.split(' ').flatMap((name) => PARTS[name] ?? []);
      if (parts.length > 0) Object.assign(props, { part: parts.join(' ') });
    }
    before?.(vnode);
  };
}

import { parse } from 'html5parser';

import { decodeReferences } from '../tag/read/entities';
import { mapText } from '../tag/read/mapped-text';

/** A piece of HTML as a tree. What is no HTML is text. */
export type Markup =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'comment'; readonly text: string }
  | MarkupElement;

export interface MarkupElement {
  readonly kind: 'element';
  /** Lower case. */
  readonly name: string;
  /** Names in lower case, each once; values without their references. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Markup[];
  /** Its closing tag stands there; a script without one is not run. */
  readonly isClosed: boolean;
}

type Node = ReturnType<typeof parse>[number];

/** Browsers put what is deeper beside it (Chromium: 512); no tag is as deep. */
const DEEPEST = 200;

// Their content is text, with references in some of them; of the others it is what it is.
const RAW = new Set(['script', 'style', 'noscript', 'iframe', 'noembed', 'noframes', 'xmp']);

/** Reads HTML as a browser that runs scripts does: what stands in `<noscript>` is text. Never fails. */
export function readMarkup(text: string): readonly Markup[] {
  return parse(text).flatMap((node) => toMarkup(node, false, 0));
}

function toMarkup(node: Node, isRaw: boolean, depth: number): readonly Markup[] {
  if (depth > DEEPEST) return [];
  if ('value' in node) {
    return [{ kind: 'text', text: isRaw ? node.value : decoded(node.value) }];
  }
  const { name, body } = node;
  if (name === '!--') return [{ kind: 'comment', text: (body ?? []).map(sourceOf).join('') }];
  // A doctype; and an opening tag whose end is missing, of which no browser makes an element.
  if (name.startsWith('!') || name === '' || body === null) return [];
  const attributes = new Map<string, string>();
  for (const attribute of node.attributes) {
    const key = attribute.name.value.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decoded(attribute.value?.value ?? ''));
  }
  const hasRaw = RAW.has(name);
  return [
    {
      kind: 'element',
      name,
      attributes,
      children: (body ?? []).flatMap((child) => toMarkup(child, hasRaw, depth + 1)),
      isClosed: node.close !== null,
    },
  ];
}

function sourceOf(node: Node): string {
  return 'value' in node ? node.value : node.open.value;
}

function decoded(text: string): string {
  return text.includes('&') ? decodeReferences(mapText(text)).text : text;
}

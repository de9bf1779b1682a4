import type { FieldTraits } from '../core/tag/pixel-field';
import { boxOf, type Editable } from './editable';

const SIZE = 26;

const CSS = `
:host { all: initial; }
button {
  position: fixed; z-index: 2147483646; display: grid; place-items: center;
  width: ${SIZE}px; height: ${SIZE}px; padding: 0; border: 1px solid #a8235a; border-radius: 6px;
  background: #fff; color: #a8235a; box-shadow: 0 1px 5px rgb(0 0 0 / 30%); cursor: pointer;
}
button:hover { background: #fbeaf1; }
button:focus-visible { outline: 2px solid #1f5fd0; outline-offset: 1px; }
button[hidden] { display: none; }
@media (prefers-color-scheme: dark) {
  button { border-color: #ff9dbf; background: #252228; color: #ff9dbf; }
  button:hover { background: #43202f; }
}`;

const ICON_PATH =
  'M5 4h1a3 3 0 0 1 3 3 3 3 0 0 1 3-3h1M13 20h-1a3 3 0 0 1-3-3 3 3 0 0 1-3 3H5M9 7v10M17 9v6M14 12h6';

/** The small button beside a field. It floats over the page and takes no room in its layout. */
export function createFieldButton(label: string, onPress: () => void) {
  const host = document.createElement('piggyback-button');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  button.type = 'button';
  button.hidden = true;
  button.title = label;
  button.setAttribute('aria-label', label);
  button.append(createIcon());
  // Keeps the caret in the field while the button is pressed.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', onPress);
  root.append(button);

  return {
    host,
    /** Shows the button outside the field's upper right corner, or below where there is no room. */
    showAt(field: Editable) {
      if (!host.isConnected) document.documentElement.append(host);
      const box = boxOf(field).getBoundingClientRect();
      const above = box.top - SIZE - 4;
      const top = above >= 0 ? above : Math.min(box.bottom + 4, window.innerHeight - SIZE);
      button.style.top = `${top}px`;
      button.style.left = `${Math.max(Math.min(box.right, window.innerWidth) - SIZE, 0)}px`;
      button.hidden = false;
    },
    hide() {
      button.hidden = true;
    },
  };
}

// Built by hand: setting innerHTML would meet the page's Trusted Types.
function createIcon(): Node {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  const attributes = {
    'aria-hidden': 'true',
    width: '16',
    height: '16',
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  path.setAttribute('d', ICON_PATH);
  svg.append(path);
  return svg;
}

/** What the markup around a field says about it. */
export function traitsOf(field: Editable): FieldTraits {
  const input = field instanceof HTMLInputElement;
  const area = field instanceof HTMLTextAreaElement;
  const words = [
    field.id,
    field.getAttribute('name'),
    field.getAttribute('placeholder'),
    field.getAttribute('aria-label'),
    field.title,
    ...labelsOf(field),
  ];
  return {
    kind: input ? 'input' : area ? 'textarea' : 'editable',
    inputType: input ? field.type : '',
    words: words.filter(Boolean).join(' '),
    value: input || area ? field.value.slice(0, 2000) : (field.textContent ?? '').slice(0, 2000),
  };
}

function labelsOf(field: Editable): readonly (string | null | undefined)[] {
  const labels =
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
      ? [...(field.labels ?? [])]
      : [];
  const ids = field.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  return [
    ...labels.map((label) => label.textContent),
    ...ids.map((id) => document.getElementById(id)?.textContent),
  ];
}

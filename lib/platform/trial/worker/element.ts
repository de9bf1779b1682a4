import { type Markup, readMarkup } from '../../../core/trial/markup';
import { TrialNode, fragmentNode, textNode } from './nodes';
import { findAll, matches } from './selectors';
import { styleOf } from './style';

/** What is done as a tag uses an element: what it loads, and where it leads. */
export interface ElementUse {
  /** What it loads may be another now. */
  readonly changed: (element: TrialElement) => void;
  readonly clicked: (element: TrialElement) => void;
  readonly submitted: (element: TrialElement) => void;
}

/** An element of the document that a tag is tried in. */
export class TrialElement extends TrialNode {
  static use: ElementUse = { changed() {}, clicked() {}, submitted() {} };
  override readonly localName: string;
  readonly attributeValues = new Map<string, string>();
  readonly style = styleOf(() => TrialElement.use.changed(this));
  readonly dataset: Record<string, string> = {};
  readonly contentWindow = null;
  readonly contentDocument = null;
  readonly sheet = null;
  /** Of a script: it was run, or is of those that are not. */
  isDone = false;

  constructor(name: string) {
    super(1, name.toUpperCase());
    this.localName = name;
  }

  get tagName(): string {
    return this.nodeName;
  }

  get attributes(): readonly { name: string; value: string }[] {
    return [...this.attributeValues].map(([name, value]) => ({ name, value }));
  }

  override getAttribute(name: unknown): string | null {
    return this.attributeValues.get(String(name).toLowerCase()) ?? null;
  }

  setAttribute(name: unknown, value: unknown): void {
    this.attributeValues.set(String(name).toLowerCase(), String(value));
    TrialElement.use.changed(this);
  }

  setAttributeNS(_space: unknown, name: unknown, value: unknown): void {
    this.setAttribute(name, value);
  }

  hasAttribute(name: unknown): boolean {
    return this.getAttribute(name) !== null;
  }

  removeAttribute(name: unknown): void {
    this.attributeValues.delete(String(name).toLowerCase());
  }

  get innerHTML(): string {
    return this.childNodes.map(written).join('');
  }

  set innerHTML(html: unknown) {
    this.replaceChildren(parsed(String(html)));
  }

  get outerHTML(): string {
    return written(this);
  }

  insertAdjacentHTML(where: unknown, html: unknown): void {
    this.insertAdjacentElement(where, parsed(String(html)));
  }

  insertAdjacentElement(where: unknown, node: TrialNode): TrialNode {
    const at = String(where).toLowerCase();
    if (at === 'beforebegin') this.before(node);
    else if (at === 'afterbegin') this.prepend(node);
    else if (at === 'beforeend') this.append(node);
    else this.after(node);
    return node;
  }

  cloneNode(isDeep = false): TrialElement {
    const clone = new TrialElement(this.localName);
    for (const [name, value] of this.attributeValues) clone.attributeValues.set(name, value);
    for (const child of isDeep ? this.childNodes : []) {
      clone.appendChild(
        child instanceof TrialElement
          ? child.cloneNode(true)
          : textNode(child.data, child.nodeType === 8),
      );
    }
    return clone;
  }

  querySelector(selector: unknown): TrialNode | null {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  querySelectorAll(selector: unknown): TrialNode[] {
    return findAll(this, String(selector));
  }

  getElementsByTagName(name: unknown): TrialNode[] {
    return findAll(this, String(name));
  }

  getElementsByClassName(name: unknown): TrialNode[] {
    return findAll(this, `.${String(name)}`);
  }

  matches(selector: unknown): boolean {
    return matches(this, String(selector));
  }

  closest(selector: unknown): TrialElement | null {
    if (this.matches(selector)) return this;
    return this.parentNode instanceof TrialElement ? this.parentNode.closest(selector) : null;
  }

  attachShadow(): TrialElement {
    const root = new TrialElement('div');
    this.appendChild(root);
    return root;
  }

  click(): void {
    TrialElement.use.clicked(this);
  }

  submit(): void {
    TrialElement.use.submitted(this);
  }

  requestSubmit(): void {
    this.submit();
  }

  focus(): void {}

  blur(): void {}

  getBoundingClientRect() {
    return { x: 0, y: 0, top: 0, left: 0, right: 300, bottom: 250, width: 300, height: 250 };
  }
}

// As the DOM gives them; the text of a script too.
const REFLECTED =
  `id src srcset href rel type name value alt title width height content data poster action
method target charset srcdoc sandbox async defer media sizes crossOrigin referrerPolicy frameBorder scrolling
httpEquiv loading border language lang dir as`.split(/\s+/);
for (const name of REFLECTED) reflect(name, name === 'httpEquiv' ? 'http-equiv' : name);
reflect('className', 'class');

function reflect(property: string, attribute: string): void {
  Object.defineProperty(TrialElement.prototype, property, {
    get(this: TrialElement) {
      return this.getAttribute(attribute) ?? '';
    },
    set(this: TrialElement, value: unknown) {
      this.setAttribute(attribute, value);
    },
  });
}
for (const name of ['text', 'innerText']) {
  Object.defineProperty(TrialElement.prototype, name, {
    get(this: TrialElement) {
      return this.textContent;
    },
    set(this: TrialElement, value: unknown) {
      this.textContent = String(value);
    },
  });
}
Object.defineProperty(TrialElement.prototype, 'classList', {
  get(this: TrialElement) {
    const words = () => new Set((this.getAttribute('class') ?? '').split(/\s+/).filter(Boolean));
    const put = (all: ReadonlySet<string>) => this.setAttribute('class', [...all].join(' '));
    return {
      contains: (word: unknown) => words().has(String(word)),
      add: (...added: unknown[]) => put(new Set([...words(), ...added.map(String)])),
      remove: (...gone: unknown[]) =>
        put(new Set([...words()].filter((word) => !gone.includes(word)))),
    };
  },
});

/** An element as it was read, without what stands in it. */
export function elementOf({
  name,
  attributes,
}: Extract<Markup, { kind: 'element' }>): TrialElement {
  const element = new TrialElement(name);
  for (const [key, value] of attributes) element.attributeValues.set(key, value);
  return element;
}

/** What was read as nodes. Scripts that come in this way are not run, as on a page. */
function parsed(html: string): TrialNode {
  const fragment = fragmentNode();
  for (const piece of readMarkup(html)) fragment.appendChild(build(piece));
  return fragment;
}

function build(piece: Markup): TrialNode {
  if (piece.kind !== 'element') return textNode(piece.text, piece.kind === 'comment');
  const element = elementOf(piece);
  element.isDone = true;
  // What stands in a template is in no document.
  if (piece.name !== 'template')
    for (const child of piece.children) element.appendChild(build(child));
  return element;
}

function written(node: TrialNode): string {
  if (node.nodeType === 8) return `<!--${node.data}-->`;
  if (!(node instanceof TrialElement)) return node.data.replaceAll('<', '&lt;');
  const attributes = node.attributes
    .map(({ name, value }) => ` ${name}="${value.replaceAll('"', '&quot;')}"`)
    .join('');
  return `<${node.localName}${attributes}>${node.innerHTML}</${node.localName}>`;
}

/** Is called with each element as it comes into the document. */
type OnConnected = (element: TrialNode) => void;

const ELEMENT = 1;
const DOCUMENT = 9;
const FRAGMENT = 11;

/**
 * A node of the document that a tag is tried in: the part of the DOM that tags use. It stands in a worker, where there
 * is none of the browser's own; events do not rise from one node to the next.
 */
export class TrialNode extends EventTarget {
  static onConnected: OnConnected = () => {};
  parentNode: TrialNode | null = null;
  readonly childNodes: TrialNode[] = [];
  readonly nodeType: number;
  readonly nodeName: string;
  /** Of text and comments. */
  data = '';
  /** Of elements. */
  readonly localName: string = '';

  constructor(nodeType: number, nodeName: string) {
    super();
    this.nodeType = nodeType;
    this.nodeName = nodeName;
  }

  get isConnected(): boolean {
    let top: TrialNode | null = this.parentNode;
    while (top?.parentNode) top = top.parentNode;
    return (top ?? this).nodeType === DOCUMENT;
  }

  get parentElement(): TrialNode | null {
    return this.parentNode?.nodeType === ELEMENT ? this.parentNode : null;
  }

  get ownerDocument(): unknown {
    return Reflect.get(globalThis, 'document');
  }

  get children(): TrialNode[] {
    return this.childNodes.filter(({ nodeType }) => nodeType === ELEMENT);
  }

  get firstChild(): TrialNode | null {
    return this.childNodes[0] ?? null;
  }

  get lastChild(): TrialNode | null {
    return this.childNodes.at(-1) ?? null;
  }

  get firstElementChild(): TrialNode | null {
    return this.children[0] ?? null;
  }

  get nextSibling(): TrialNode | null {
    const beside = this.parentNode?.childNodes ?? [];
    return beside[beside.indexOf(this) + 1] ?? null;
  }

  get previousSibling(): TrialNode | null {
    const beside = this.parentNode?.childNodes ?? [];
    return beside[beside.indexOf(this) - 1] ?? null;
  }

  get textContent(): string {
    return this.nodeType === 3 || this.nodeType === 8
      ? this.data
      : this.childNodes.map((node) => (node.nodeType === 8 ? '' : node.textContent)).join('');
  }

  set textContent(text: unknown) {
    if (this.nodeType === 3 || this.nodeType === 8) this.data = String(text);
    else this.replaceChildren(textNode(String(text)));
  }

  getAttribute(_name: unknown): string | null {
    return null;
  }

  hasChildNodes(): boolean {
    return this.childNodes.length > 0;
  }

  contains(other: unknown): boolean {
    return other === this || this.childNodes.some((node) => node.contains(other));
  }

  getRootNode(): TrialNode {
    return this.parentNode?.getRootNode() ?? this;
  }

  appendChild(node: TrialNode): TrialNode {
    return this.insertBefore(node, null);
  }

  insertBefore(node: TrialNode, before: TrialNode | null = null): TrialNode {
    if (!(node instanceof TrialNode)) throw new TypeError('parameter 1 is not of type Node');
    if (node.contains(this)) throw new TypeError('The new child contains the parent');
    const nodes = node.nodeType === FRAGMENT ? node.childNodes.slice() : [node];
    for (const one of nodes) {
      one.remove();
      const at = before === null ? -1 : this.childNodes.indexOf(before);
      this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, one);
      one.parentNode = this;
      if (this.isConnected) announce(one);
    }
    return node;
  }

  removeChild(node: TrialNode): TrialNode {
    const at = this.childNodes.indexOf(node);
    if (at < 0) throw new TypeError('The node to be removed is not a child of this node');
    this.childNodes.splice(at, 1);
    node.parentNode = null;
    return node;
  }

  replaceChild(node: TrialNode, old: TrialNode): TrialNode {
    this.insertBefore(node, old);
    return this.removeChild(old);
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  append(...nodes: unknown[]): void {
    for (const node of nodes) this.appendChild(asNode(node));
  }

  prepend(...nodes: unknown[]): void {
    const first = this.firstChild;
    for (const node of nodes) this.insertBefore(asNode(node), first);
  }

  before(...nodes: unknown[]): void {
    for (const node of nodes) this.parentNode?.insertBefore(asNode(node), this);
  }

  after(...nodes: unknown[]): void {
    const next = this.nextSibling;
    for (const node of nodes) this.parentNode?.insertBefore(asNode(node), next);
  }

  replaceWith(...nodes: unknown[]): void {
    this.before(...nodes);
    this.remove();
  }

  replaceChildren(...nodes: unknown[]): void {
    for (const node of this.childNodes.slice()) this.removeChild(node);
    this.append(...nodes);
  }

  override dispatchEvent(event: Event): boolean {
    const goesOn = super.dispatchEvent(event);
    const handler: unknown = Reflect.get(this, `on${event.type}`);
    if (typeof handler === 'function') Reflect.apply(handler, this, [event]);
    return goesOn;
  }
}

/** A text, or a comment. */
export function textNode(text: string, isComment = false): TrialNode {
  const node = new TrialNode(isComment ? 8 : 3, isComment ? '#comment' : '#text');
  node.data = text;
  return node;
}

/** A node that holds others until it is put in. */
export function fragmentNode(): TrialNode {
  return new TrialNode(FRAGMENT, '#document-fragment');
}

function asNode(node: unknown): TrialNode {
  return node instanceof TrialNode ? node : textNode(String(node));
}

function announce(node: TrialNode): void {
  if (node.nodeType === ELEMENT) TrialNode.onConnected(node);
  for (const child of node.childNodes.slice()) announce(child);
}

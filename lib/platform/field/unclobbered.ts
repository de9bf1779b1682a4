/**
 * What an element is asked by its prototype. A form's own properties give way to fields of those names
 * in it: `<input name="parentElement">` would make a circle of the way up.
 */

export function parentElementOf(element: Element): Element | null {
  return elementOr(Reflect.get(Node.prototype, 'parentElement', element));
}

export function rootOf(element: Element): Node {
  return Node.prototype.getRootNode.call(element);
}

export function previousSiblingOf(node: Node): Node | null {
  const found: unknown = Reflect.get(Node.prototype, 'previousSibling', node);
  return found instanceof Node ? found : null;
}

export function textOf(node: Node): string {
  return String(Reflect.get(Node.prototype, 'textContent', node) ?? '');
}

export function localNameOf(element: Element): string {
  return String(Reflect.get(Element.prototype, 'localName', element));
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

export function holdsAny(element: Element, selector: string): boolean {
  return Element.prototype.querySelector.call(element, selector) !== null;
}

export function rectOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

function elementOr(value: unknown): Element | null {
  return value instanceof Element ? value : null;
}

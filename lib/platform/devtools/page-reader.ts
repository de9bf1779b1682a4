import type { PageLimits } from '../../core/recording/page-look';

/**
 * Reads a document, and the frames that it may look into, for places where a pixel's address stands: attributes,
 * comments and text, in templates and open shadow roots too. It changes nothing and starts no request: no node is made,
 * copied or parsed.
 *
 * It runs in the page as text, among the page's own scripts, and so names nothing outside of itself. Where an operator
 * will do, no function is called that the page may have replaced; a node's properties are taken from the prototypes next
 * to the browser, which no element of the page's own can shadow, and those that are not the browser's are told of in
 * `replaced`. Lists are objects without a prototype, into which no setter of the page reaches.
 */
export function readPage(limits: PageLimits): unknown {
  const { apply, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const toText: unknown = (() => {}).toString;
  const newList = (): Record<string, unknown> => ({ __proto__: null });

  const places = newList();
  const documents = newList();
  const asked = newList();
  const replaced = newList();
  const count = { places: 0, documents: 0, asked: 0, replaced: 0 };
  let nodes = 0;
  let failures = 0;
  let closedFrames = 0;
  let isCut = false;

  // Text, without its methods.

  function find(text: string, low: string, up: string, from: number): number {
    for (let at = from; at + low.length <= text.length; at += 1) {
      let index = 0;
      while (index < low.length) {
        const letter = text[at + index];
        if (letter !== low[index] && letter !== up[index]) break;
        index += 1;
      }
      if (index === low.length) return at;
    }
    return -1;
  }

  function nameIn(text: string, from = 0): number {
    return find(text, 'imptr', 'IMPTR', from);
  }

  function part(text: string, from: number, to: number): string {
    if (from <= 0 && to >= text.length) return text;
    let out = '';
    for (let at = from > 0 ? from : 0; at < to && at < text.length; at += 1) out += text[at];
    return out;
  }

  // Nodes, by what the browser gave their prototypes.

  const natives = newList();

  function isObject(value: unknown): value is object {
    return typeof value === 'object' && value !== null;
  }

  function call(one: unknown, of: object, given: readonly unknown[]): unknown {
    return typeof one === 'function' ? apply(one, of, given) : null;
  }

  function native(of: object, name: string): unknown {
    if (natives[name] !== undefined) return natives[name];
    let found: unknown = null;
    let at = getPrototypeOf(of);
    while (at !== null) {
      const next = getPrototypeOf(at);
      // What every object has is no property of a node.
      if (next === null) break;
      const own = getOwnPropertyDescriptor(at, name);
      if (own !== undefined) found = own.get ?? own.value;
      at = next;
    }
    if (typeof found !== 'function') return null;
    const text = call(toText, found, []);
    if (typeof text !== 'string' || find(text, '[native code]', '[native code]', 0) < 0) {
      if (count.replaced < 100) replaced[(count.replaced += 1)] = name;
    }
    natives[name] = found;
    return found;
  }

  function read(of: object, name: string): unknown {
    return call(native(of, name), of, []);
  }

  function nodeIn(of: object, name: string): object | null {
    const node = read(of, name);
    return isObject(node) ? node : null;
  }

  function textIn(of: object, name: string): string {
    const text = read(of, name);
    return typeof text === 'string' ? text : '';
  }

  function numberIn(of: object, name: string): number | null {
    const value = read(of, name);
    return typeof value === 'number' ? value : null;
  }

  function attribute(element: object, name: string): string | null {
    const value = call(native(element, 'getAttribute'), element, [name]);
    return typeof value === 'string' ? value : null;
  }

  const isElement = (node: object) => read(node, 'nodeType') === 1;

  // What is told of a place.

  interface Around {
    readonly frameUrl: string;
    /** Of the element that holds the shadow root, or the template. */
    readonly path: string;
    readonly inTemplate: boolean;
    /** How high what is seen of the document is, in pixels. */
    readonly height: number | null;
  }

  function nameOf(element: object): string {
    return part(textIn(element, 'localName'), 0, 60);
  }

  function pathTo(node: object, around: Around): string {
    let path = '';
    let at = isElement(node) ? node : nodeIn(node, 'parentNode');
    for (let steps = 0; at !== null && steps < 4 && isElement(at); steps += 1) {
      const id = attribute(at, 'id') ?? '';
      const step = nameOf(at) + (id === '' ? '' : `#${part(id, 0, 30)}`);
      path = path === '' ? step : `${step} › ${path}`;
      at = nodeIn(at, 'parentNode');
    }
    const whole = around.path === '' ? path : `${around.path} › ${path}`;
    return part(whole, whole.length - limits.name, whole.length);
  }

  // Where the head is left open, the body that browsers make is empty.
  function isLast(node: object): boolean {
    for (let at: object | null = node; at !== null; at = nodeIn(at, 'parentNode')) {
      const next = nodeIn(at, 'nextSibling');
      if (next === null) continue;
      const isBody = isElement(next) && textIn(next, 'localName') === 'body';
      if (!isBody || nodeIn(next, 'firstChild') !== null) return false;
    }
    return true;
  }

  function isDisplayed(element: object): boolean | null {
    const boxes = call(native(element, 'getClientRects'), element, []);
    const length = isObject(boxes) ? numberIn(boxes, 'length') : null;
    return length === null ? null : length > 0;
  }

  function belowOf(element: object, { height }: Around): number | null {
    const box = call(native(element, 'getBoundingClientRect'), element, []);
    const top = isObject(box) ? numberIn(box, 'top') : null;
    if (top === null || height === null) return null;
    return top > height ? top - height : 0;
  }

  function isLoaded(element: object): boolean | null {
    if (nameOf(element) !== 'img') return null;
    if ((numberIn(element, 'naturalWidth') ?? 0) > 0) return true;
    return read(element, 'complete') === false ? false : null;
  }

  /** The attributes with a name of ours in them whole, as far as a place goes; of the others a little. */
  function attributesOf(
    element: object,
    leftOut = '',
  ): { list: Record<string, unknown>; isOurs: boolean } {
    const list = newList();
    const names = call(native(element, 'getAttributeNames'), element, []);
    let isOurs = false;
    let taken = 0;
    const length = isObject(names) ? getOwnPropertyDescriptor(names, 'length')?.value : 0;
    for (let index = 0; isObject(names) && index < length && index < 1000; index += 1) {
      const name: unknown = getOwnPropertyDescriptor(names, `${index}`)?.value;
      if (typeof name !== 'string' || name === leftOut) continue;
      const value = attribute(element, name) ?? '';
      const at = nameIn(value);
      if (at < 0 && taken >= limits.attributes / 2) continue;
      if (taken >= limits.attributes) break;
      isOurs ||= at >= 0;
      const from = at > limits.text / 2 ? at - limits.text / 2 : 0;
      const most = at < 0 ? limits.name : limits.text;
      list[(taken += 1)] = {
        name: part(name, 0, limits.name),
        value: part(value, from, from + most),
      };
    }
    return { list, isOurs };
  }

  function tell(place: object): void {
    if (count.places >= limits.places) isCut = true;
    else places[(count.places += 1)] = place;
  }

  function tellElement(element: object, around: Around): void {
    const name = nameOf(element);
    const frame = name === 'iframe' ? nodeIn(element, 'contentDocument') : null;
    // Its document is read by itself.
    const isShown = frame !== null && textIn(frame, 'URL') === 'about:srcdoc';
    const { list, isOurs } = attributesOf(element, isShown ? 'srcdoc' : '');
    if (!isOurs) return;
    const inside = name === 'script' ? nodeIn(element, 'firstChild') : null;
    const text = inside === null ? '' : textIn(inside, 'nodeValue');
    tell({
      kind: 'element',
      name,
      attributes: list,
      text: part(text, text.length - limits.name, text.length),
      isCut: false,
      frameUrl: around.frameUrl,
      path: pathTo(element, around),
      inTemplate: around.inTemplate,
      isLast: name === 'script' && isLast(element),
      isDisplayed: isDisplayed(element),
      below: belowOf(element, around),
      isLoaded: isLoaded(element),
    });
  }

  /** A text as one place, or as several where it is longer than one. */
  function tellText(node: object, kind: 'comment' | 'text', around: Around): void {
    const text = textIn(node, 'nodeValue');
    let at = nameIn(text);
    if (at < 0) return;
    const parent = nodeIn(node, 'parentNode');
    const element = parent !== null && isElement(parent) ? parent : null;
    const name = kind === 'text' && element !== null ? nameOf(element) : '';
    let done = 0;
    while (at >= 0) {
      const from = at - limits.overlap / 4 > done ? at - limits.overlap / 4 : done;
      const start = text.length <= limits.text ? 0 : from;
      const end = start + limits.text;
      tell({
        kind,
        name,
        attributes: element === null ? newList() : attributesOf(element).list,
        text: part(text, start, end),
        isCut: end < text.length,
        frameUrl: around.frameUrl,
        path: pathTo(node, around),
        inTemplate: around.inTemplate,
        isLast: name === 'script' && isLast(node),
        isDisplayed: null,
        below: null,
        isLoaded: null,
      });
      if (end >= text.length || isCut) return;
      done = end - limits.overlap;
      at = nameIn(text, done);
    }
  }

  // The way through a document, and into what is in it.

  function visit(node: object, around: Around): void {
    const type = read(node, 'nodeType');
    if (type === 8) return tellText(node, 'comment', around);
    if (type === 3 || type === 4) return tellText(node, 'text', around);
    if (type !== 1) return;
    tellElement(node, around);
    const shadow = nodeIn(node, 'shadowRoot');
    if (shadow !== null) walk(shadow, { ...around, path: pathTo(node, around) });
    const name = textIn(node, 'localName');
    if (name === 'template') {
      const content = nodeIn(node, 'content');
      const inside = { ...around, path: pathTo(node, around), inTemplate: true };
      if (content !== null) walk(content, inside);
    } else if ((name === 'iframe' || name === 'frame') && !around.inTemplate) {
      const inside = nodeIn(node, 'contentDocument');
      if (inside === null) closedFrames += 1;
      else readDocument(inside);
    }
  }

  function walk(root: object, around: Around): void {
    let node = nodeIn(root, 'firstChild');
    while (node !== null && !isCut) {
      nodes += 1;
      if (nodes > limits.nodes) isCut = true;
      try {
        visit(node, around);
      } catch {
        failures += 1;
      }
      let next = nodeIn(node, 'firstChild');
      while (next === null && node !== null && node !== root) {
        next = nodeIn(node, 'nextSibling');
        if (next === null) node = nodeIn(node, 'parentNode');
      }
      node = next;
    }
  }

  /** What the document has asked for, by the browser's own list. */
  function tellAsked(view: object): void {
    const times = getOwnPropertyDescriptor(view, 'performance');
    const performance = call(times?.get, view, []);
    if (!isObject(performance)) return;
    const all = call(native(performance, 'getEntriesByType'), performance, ['resource']);
    const length = isObject(all) ? getOwnPropertyDescriptor(all, 'length')?.value : 0;
    for (let index = 0; isObject(all) && index < length && index < 5000; index += 1) {
      const entry: unknown = getOwnPropertyDescriptor(all, `${index}`)?.value;
      const name = isObject(entry) ? textIn(entry, 'name') : '';
      if (nameIn(name) < 0 || count.asked >= limits.places) continue;
      asked[(count.asked += 1)] = part(name, 0, limits.address);
    }
  }

  function readDocument(of: object): void {
    const frameUrl = part(textIn(of, 'URL'), 0, limits.address);
    if (count.documents < limits.places) documents[(count.documents += 1)] = frameUrl;
    const root = nodeIn(of, 'documentElement');
    const height = root === null ? null : numberIn(root, 'clientHeight');
    try {
      const view = nodeIn(of, 'defaultView');
      if (view !== null) tellAsked(view);
    } catch {
      failures += 1;
    }
    walk(of, { frameUrl, path: '', inTemplate: false, height });
  }

  readDocument(document);
  return {
    url: part(textIn(document, 'URL'), 0, limits.address),
    loadedAt: performance.timeOrigin,
    places,
    documents,
    asked,
    closedFrames,
    isCut,
    failures,
    replaced,
  };
}

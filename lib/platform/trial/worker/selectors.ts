import type { TrialNode } from './nodes';

const PART = /([\w-]+|\*)|#([\w-]+)|\.([\w-]+)|\[([\w-]+)(?:([*^$~]?)=["']?([^\]"']*)["']?)?\]/gy;

/** Elements below a node that a selector finds: names, `#id`, `.class`, `[attribute]`, lists, and one inside another. */
export function findAll(root: TrialNode, selector: string): TrialNode[] {
  const found: TrialNode[] = [];
  const ways = waysOf(selector);
  const walk = (node: TrialNode) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 1 && ways.some((way) => isAt(child, way))) found.push(child);
      walk(child);
    }
  };
  walk(root);
  return found;
}

/** Whether a selector finds this element. */
export function matches(element: TrialNode, selector: string): boolean {
  return waysOf(selector).some((way) => isAt(element, way));
}

type Test = (element: TrialNode) => boolean;

function waysOf(selector: string): readonly (readonly Test[])[] {
  return selector.split(',').map((way) =>
    way
      .trim()
      .split(/\s*[>\s]\s*/)
      .map(testOf),
  );
}

// Each part in turn, from the last; of `a > b` the `a` may stand further out.
function isAt(element: TrialNode, way: readonly Test[]): boolean {
  const own = way.at(-1);
  if (!own?.(element)) return false;
  const outer = way.slice(0, -1);
  if (outer.length === 0) return true;
  for (let at = element.parentNode; at?.nodeType === 1; at = at.parentNode) {
    if (isAt(at, outer)) return true;
  }
  return false;
}

function testOf(text: string): Test {
  const tests: Test[] = [];
  PART.lastIndex = 0;
  let end = 0;
  for (let part = PART.exec(text); part; part = PART.exec(text)) {
    end = PART.lastIndex;
    const [, name, id, word, attribute, sign, value] = part;
    if (name !== undefined && name !== '*') {
      tests.push((element) => element.localName === name.toLowerCase());
    }
    if (id !== undefined) tests.push((element) => element.getAttribute('id') === id);
    if (word !== undefined) {
      tests.push((element) => (element.getAttribute('class') ?? '').split(/\s+/).includes(word));
    }
    if (attribute !== undefined) {
      tests.push((element) => holds(element.getAttribute(attribute), sign ?? '', value));
    }
  }
  if (end < text.length) throw new SyntaxError(`A trial does not know the selector ${text}`);
  return (element) => tests.every((test) => test(element));
}

function holds(value: string | null, sign: string, wanted: string | undefined): boolean {
  if (value === null || wanted === undefined) return value !== null;
  if (sign === '*') return value.includes(wanted);
  if (sign === '^') return value.startsWith(wanted);
  if (sign === '$') return value.endsWith(wanted);
  return sign === '~' ? value.split(/\s+/).includes(wanted) : value === wanted;
}

import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const FOCUSABLE =
  'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/**
 * Keeps the focus within what the reference holds: where what has it goes away and nothing else takes it,
 * it goes to what stood beside that, and keys go on from there.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = root.current;
    if (!box) return;
    let left: Place | null = null;
    const remember = ({ target }: Event) => {
      left = target instanceof Element ? placeOf(target, box) : null;
    };
    // Left for nothing at all, by a press beside everything: then it is nowhere on purpose.
    const forget = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) return;
      queueMicrotask(() => {
        if (left?.element.isConnected && document.hasFocus() && isNowhere()) left = null;
      });
    };
    const observer = new MutationObserver(() => {
      if (!left || left.element.isConnected || !isNowhere()) return;
      const { next, parents } = left;
      left = null;
      nearest(next, parents)?.focus();
    });
    box.addEventListener('focusin', remember);
    box.addEventListener('focusout', forget);
    observer.observe(box, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('focusin', remember);
      box.removeEventListener('focusout', forget);
    };
  }, []);
}

const isNowhere = () => document.activeElement === document.body;

interface Place {
  readonly element: Element;
  /** What it stands in, from within. */
  readonly parents: readonly Element[];
  /** What else can have the focus, the nearest first: before it, then after it. */
  readonly next: readonly Element[];
}

function placeOf(element: Element, box: Element): Place {
  const all = [...box.querySelectorAll(FOCUSABLE)];
  const at = all.indexOf(element);
  const parents: Element[] = [];
  for (let it = element.parentElement; it; it = it === box ? null : it.parentElement) {
    parents.push(it);
  }
  return { element, parents, next: [...all.slice(0, at).toReversed(), ...all.slice(at + 1)] };
}

function nearest(next: readonly Element[], parents: readonly Element[]): HTMLElement | null {
  for (const parent of parents) {
    if (!parent.isConnected) continue;
    const beside = next.filter((it) => parent.contains(it));
    // Where nothing else is left there, its heading: not a button of something else.
    const rest = parent.querySelectorAll(`${FOCUSABLE}, [data-focus]`);
    const found = [...beside, ...rest].find(canHaveFocus);
    if (found instanceof HTMLElement) return found;
  }
  return null;
}

function canHaveFocus(element: Element): boolean {
  return (
    element.isConnected &&
    !element.matches(':disabled, [tabindex="-1"]:not([data-focus])') &&
    [...element.getClientRects()].some(({ width, height }) => width > 0 && height > 0)
  );
}

import type { KeyInput, Page } from 'puppeteer-core';

/** What has the focus, and whether a person can see that. */
interface Focus {
  /** Its label or its words; `''` where nothing has it. */
  readonly name: string;
  readonly tag: string;
  /** Whether it is in view, nothing lies over it, and a mark stands round it. */
  readonly isSeen: boolean;
}

/** More presses than any way in a page takes. */
const MOST_PRESSES = 60;

export type ByKeyboard = ReturnType<typeof byKeyboard>;

/** A person who has a keyboard and nothing else: keys are pressed, and where the focus is can be seen. */
export function byKeyboard(page: Page) {
  const { keyboard } = page;

  /** Fails where nothing has the focus, or nobody can see what has. */
  async function seen(): Promise<Focus> {
    const focus = await focusOf(page);
    if (focus.tag === '') throw new Error('the focus is nowhere');
    if (!focus.isSeen) throw new Error(`nobody sees the focus on ${focus.tag} “${focus.name}”`);
    return focus;
  }

  async function press(...keys: readonly KeyInput[]): Promise<void> {
    for (const key of keys) await keyboard.press(key);
  }

  async function withKey(held: KeyInput, ...keys: readonly KeyInput[]): Promise<void> {
    await keyboard.down(held);
    await press(...keys);
    await keyboard.up(held);
  }

  async function walk(name: string, step: () => Promise<void>): Promise<void> {
    const met: string[] = [];
    while (met.length < MOST_PRESSES) {
      await step();
      const focus = await seen().catch((error: unknown) => {
        throw new Error(`on the way to “${name}”, past ${met.join(' · ')}`, { cause: error });
      });
      if (focus.name.startsWith(name)) return;
      met.push(focus.name);
    }
    throw new Error(`“${name}” is not reached; past ${met.join(' · ')}`);
  }

  return {
    seen,
    press,
    withKey,
    type: (text: string) => keyboard.type(text),
    /** Goes on with Tab to what begins with this name; all on the way has to be seen, too. */
    tabTo: (name: string) => walk(name, () => press('Tab')),
    /** The same backwards. */
    backTo: (name: string) => walk(name, () => withKey('Shift', 'Tab')),
    /** Waits until the focus has come to what begins with this name, and is seen there. */
    async at(name: string): Promise<void> {
      const isThere = `(it) => it.isSeen && it.name.startsWith(${JSON.stringify(name)})`;
      await page.waitForFunction(`(${isThere})((${readFocus.toString()})())`).catch(async () => {
        throw new Error(`not at “${name}” but at ${JSON.stringify(await focusOf(page))}`);
      });
    },
    /** Pastes as from another program. */
    async paste(text: string): Promise<void> {
      await page.evaluate((text) => navigator.clipboard.writeText(text), text);
      await keyboard.down('Control');
      await keyboard.press('KeyV', { commands: ['Paste'] });
      await keyboard.up('Control');
    },
  };
}

const focusOf = (page: Page): Promise<Focus> => page.evaluate(readFocus);

/** In the page: what has the focus. */
function readFocus(): Focus {
  const at = document.activeElement;
  if (at === null || at === document.body) return { name: '', tag: '', isSeen: false };
  const label = 'labels' in at && at.labels instanceof NodeList ? at.labels[0]?.textContent : null;
  const labelledBy = at.getAttribute('aria-labelledby');
  const known = [
    at.ariaLabel,
    label,
    labelledBy && document.getElementById(labelledBy)?.textContent,
    at.textContent,
  ];
  const name = (known.find((one) => one?.trim()) ?? '').trim();
  const { left, right, top, bottom } = at.getBoundingClientRect();
  const isInView = right > left && bottom > top && bottom > 0 && top < innerHeight && right > 0;
  const x = (Math.max(0, left) + Math.min(innerWidth, right)) / 2;
  const y = (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2;
  const there = document.elementFromPoint(x, y);
  const isFree = there !== null && (at.contains(there) || there.contains(at));
  const isMarked = [at, at.closest('label')].some((one) => {
    if (one === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && outlineWidth !== '0px';
  });
  return { name, tag: at.tagName.toLowerCase(), isSeen: isInView && isFree && isMarked };
}

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';

import { refuseFilesBeside } from '@/lib/platform/page/refuse-files-beside';

const NAMES = ['dragover', 'drop'] as const;
refuseFilesBeside();

/** Whether the browser is told to do nothing of its own, and what it shows beside the pointer. */
function over(name: (typeof NAMES)[number], types: readonly string[], isTaken = false) {
  const box = document.body.appendChild(document.createElement('div'));
  if (isTaken) {
    for (const type of NAMES) box.addEventListener(type, (event) => event.preventDefault());
  }
  const dataTransfer = { types, dropEffect: 'copy' };
  const event = new Event(name, { bubbles: true, cancelable: true });
  box.dispatchEvent(Object.assign(event, { dataTransfer }));
  return { isKept: event.defaultPrevented, effect: dataTransfer.dropEffect };
}

describe.each(NAMES)('%s', (name) => {
  it.each<[string, readonly string[], boolean, ReturnType<typeof over>]>([
    ['a file beside all that takes one', ['Files'], false, { isKept: true, effect: 'none' }],
    ['a file above what takes it', ['Files'], true, { isKept: true, effect: 'copy' }],
    ['a text, which a field may take', ['text/plain'], false, { isKept: false, effect: 'copy' }],
  ])('of %s', (_, types, isTaken, expected) => {
    expect(over(name, types, isTaken)).toEqual(expected);
  });
});

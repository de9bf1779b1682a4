// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { MiddleClip } from '@/components/ui/MiddleClip';

afterEach(cleanup);

describe('a text shortened in the middle', () => {
  it.each([
    ['a short one whole', 'Spring', 'Spring', ''],
    ['the end of a long one', 'Spring launch 2026, version A', 'Spring launch 202', '6, version A'],
    ['no half of a letter', `${'a'.repeat(24)}😀 version A`, `${'a'.repeat(23)}`, 'a😀 version A'],
    ['no part of a family', `${'a'.repeat(24)}👨‍👩‍👧 version A`, `${'a'.repeat(23)}`, 'a👨‍👩‍👧 version A'],
    [
      'a letter with its accent',
      `${'a'.repeat(24)}e\u0301 version AB`,
      'a'.repeat(24),
      'e\u0301 version AB',
    ],
  ])('keeps %s', (_, text, head, tail) => {
    render(<MiddleClip text={text} />);
    const shown = screen.getByTitle(text);
    expect([shown.dataset.head, shown.dataset.tail]).toEqual([head, tail]);
    // Its beginning is where its own script begins: in Arabic and Hebrew at the right.
    expect(shown.dir).toBe('auto');
    // Read aloud and found once.
    expect(shown.textContent).toBe(text);
  });
});

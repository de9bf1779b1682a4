// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { orNotWritten } from '@/components/tags/or-not-written';
import { useWritten } from '@/components/tags/use-written';
import type { WriteTag } from '@/components/tags/write-here';
import { DEFAULT_CHOICES } from '@/lib/core/tag/build-tag';
import { builderText } from '@/lib/text/builder';

afterEach(cleanup);

const TRACKER = { id: 531, name: 'Spring' };
const VIEW = { text: 'tag', usable: true, spans: [], remarks: [] };

function Shown({ write }: { write: WriteTag }) {
  const { view, tag } = useWritten(write, TRACKER, DEFAULT_CHOICES);
  return (
    <p>
      {tag ?? 'no tag'}: {view?.remarks.map(({ sentence, next }) => `${sentence} ${next}`)}
    </p>
  );
}

describe('useWritten', () => {
  it.each([
    ['at once', () => VIEW],
    ['in the background', async () => VIEW],
  ])('gives a tag that is written %s', async (_, write) => {
    render(<Shown write={write} />);
    expect(await screen.findByText(/^tag:/)).toBeTruthy();
  });
  it('says so when the background does not answer, and gives no tag', async () => {
    const write = () => orNotWritten(Promise.reject(new Error('no answer')));
    render(<Shown write={write} />);
    const said = await screen.findByText(new RegExp(builderText.notWritten));
    expect(said.textContent).toBe(
      `no tag: ${builderText.notWritten} ${builderText.notWrittenNext}`,
    );
  });
});

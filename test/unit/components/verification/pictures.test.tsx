// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import type { PictureActions } from '@/components/verification/verification-actions';
import type { NoPicture, Picture } from '@/lib/core/recording/picture';
import { noPictureText, picturesText as text } from '@/lib/text/verification/pictures';
import { proofPanelText } from '@/lib/text/export/proof';

import { pageView, START, verification } from '../../core/verification/build';
import { setUp } from './panel-setup';

const IMAGE = 'data:image/jpeg;base64,/9j/2Q==';
const picture = (id: string, takenAt = START + 10): Picture => ({
  id,
  url: 'https://news.example/a',
  takenAt,
  sha256: '0f'.repeat(32),
  image: IMAGE,
});

/** Screenshots in memory, before these; taking one adds another, or gives why there is none. */
function album(
  before: readonly Picture[] = [],
  answer: NoPicture | null = null,
  isInDevtools = true,
) {
  let all = [...before];
  const pictures: PictureActions = {
    ids: async () => all.map(({ id }) => id),
    list: async () => all,
    take: isInDevtools
      ? async () => {
          if (answer === null) all = [...all, picture(`taken ${all.length + 1}`)];
          return answer;
        }
      : null,
    remove: async (_, id) => {
      all = all.filter((one) => one.id !== id);
    },
  };
  return { changes: { pictures, ...(!isInDevtools && { tabId: null }) }, all: () => all };
}

afterEach(cleanup);

const KEPT = { pageViews: [pageView('a', START + 1)] };
const buttons = () => screen.getAllByRole('button');
const button = (name: string) => screen.getByRole('button', { name });

/** What the proof is told of screenshots, once it was exported. */
async function exportedTold(calls: readonly unknown[], press: () => Promise<void>) {
  await press();
  const found = await waitFor(() => {
    const saved = calls.find((call) => Array.isArray(call) && call[0] === 'saveProof');
    if (!Array.isArray(saved)) throw new Error('nothing was saved');
    return saved;
  });
  const [, parts] = found;
  return { told: JSON.parse(parts.results).pictures, images: parts.pictures };
}

describe('screenshots in the panel', () => {
  it('are taken by a button, shown with time and page, and deleted', async () => {
    const { changes, all } = album();
    const { model, user } = setUp(KEPT, changes);
    await model.start();
    await user.click(button(text.take));
    await screen.findByText(text.kept(1));
    expect(screen.getByText(text.look)).toBeTruthy();
    const caption = text.caption(picture('', START + 10));
    expect(screen.getByAltText(text.alt(caption)).getAttribute('src')).toBe(IMAGE);
    await user.click(screen.getByText(text.kept(1)));
    await user.click(button(text.remove(caption)));
    await waitFor(() => expect(screen.queryByText(text.kept(1))).toBeNull());
    expect(all()).toEqual([]);
  });

  it.each(['not-allowed', 'not-in-front', 'page-changed', 'too-many'] as const)(
    'that are not taken have a reason and a next step: %s',
    async (why) => {
      const { model, user } = setUp(KEPT, album([], why).changes);
      await model.start();
      await user.click(button(text.take));
      await screen.findByText(noPictureText[why].next);
      expect(document.body.textContent).toContain(noPictureText[why].sentence);
      await user.click(button(text.close));
      expect(screen.queryByText(noPictureText[why].next)).toBeNull();
    },
  );

  it.each([
    ['outside DevTools', album([], null, false), {}],
    ['of an earlier recording', album(), { verification: verification({ tabId: 8 }) }],
  ])('cannot be taken %s', async (_, { changes }, kept) => {
    const { model } = setUp({ ...KEPT, ...kept }, changes);
    await model.start();
    await waitFor(() => expect(model.phase.value).toBe('ready'));
    expect(buttons().map(({ textContent }) => textContent)).not.toContain(text.take);
  });
});

describe('a proof', () => {
  const OTHER = { verification: verification({ tabId: 8 }) };
  const FILE = {
    verification: verification({
      tabId: null,
      file: {
        name: 'a.har',
        digest: 'ab',
        recordedAt: START,
        entries: 1,
        leftOut: { entries: 0, unreadable: 0, requests: 0, pages: 0, cut: 0 },
      },
    }),
  };
  const ELSEWHERE = { ...picture('old', START), url: 'https://news.example/before' };

  it.each<[string, ReturnType<typeof album>, object, number, readonly object[]]>([
    ['takes one of the page that is there', album(), {}, 1, []],
    ['takes none where that page has one', album([picture('one')], 'failed'), {}, 1, []],
    ['takes one where only another page has one', album([ELSEWHERE]), {}, 2, []],
    ['says why there is none', album([], 'not-allowed'), {}, 0, [{ why: 'not-allowed', pages: 1 }]],
    [
      'has those of other pages, and says why this one has none',
      album([ELSEWHERE], 'not-in-front'),
      {},
      1,
      [{ why: 'not-in-front', pages: 1 }],
    ],
    ['away from the page says so', album([], null, false), {}, 0, [{ why: 'not-open', pages: 1 }]],
    [
      'away from the page has those that were taken',
      album([picture('one')], null, false),
      {},
      1,
      [],
    ],
    ['of an earlier recording says so', album(), OTHER, 0, [{ why: 'other-recording', pages: 1 }]],
    ['of a HAR file says so', album([], null, false), FILE, 0, [{ why: 'from-file', pages: 1 }]],
  ])('%s', async (_, { changes }, kept, count, missing) => {
    const { model, calls, user } = setUp({ ...KEPT, ...kept }, changes);
    await model.start();
    const { told, images } = await exportedTold(calls, () =>
      user.click(button(proofPanelText.export)),
    );
    expect(told.taken).toHaveLength(count);
    expect(images).toEqual(told.taken.map(() => IMAGE));
    expect(told.missing).toEqual(missing);
  });

  it('takes none unasked once somebody deleted one', async () => {
    const { changes } = album([picture('one')]);
    const { model, calls, user } = setUp(KEPT, changes);
    await model.start();
    await user.click(await screen.findByText(text.kept(1)));
    await user.click(button(text.remove(text.caption(picture('one')))));
    await waitFor(() => expect(screen.queryByText(text.kept(1))).toBeNull());
    const { told } = await exportedTold(calls, () => user.click(button(proofPanelText.export)));
    expect(told).toEqual({ taken: [], missing: [{ why: 'deleted', pages: 1 }] });
  });
});

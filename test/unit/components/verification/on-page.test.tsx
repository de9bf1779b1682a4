// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import type { PageLook } from '@/lib/core/recording/page-look';
import { onPageText as text } from '@/lib/text/verification/on-page';
import { verificationText } from '@/lib/text/verification/verification';

import { pageView, START, verification } from '../../core/verification/build';
import { comment, element, pageLook } from '../../core/verification/page';
import { setUp } from './panel-setup';
import { later, url } from './recording-sample';

afterEach(cleanup);

const LOOK = pageLook([
  element('img', { 'data-src': url(532, 'cachebuster=7') }),
  comment(`<img src="${url(531, 'cachebuster=8')}">`),
]);

/** The panel of a page on which this is found. */
async function setUpPage(look: PageLook | null, kept: Parameters<typeof setUp>[0] = {}) {
  const made = setUp(kept, { lookAtPage: async () => look });
  await made.model.start();
  await made.user.click(await screen.findByRole('button', { name: /^Look for tags/ }));
  return made;
}
const section = () => screen.findByRole('region', { name: text.title });

describe('tags on the page that did not fire', () => {
  it('are listed with the reason, what to do and where they stand', async () => {
    await setUpPage(LOOK);
    const list = within(await section());
    const rows = list.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('Skyscraper');
    expect(rows[0]).toContain('stands in data-src');
    expect(rows[0]).toContain('Put it in src');
    expect(rows[0]).toContain('body › div#ad');
    expect(rows[1]).toContain('stands in a comment of the page');
    expect(list.queryByRole('link')).toBeNull();
  });

  it('are the reason of an expected tracker that was not seen', async () => {
    await setUpPage(LOOK);
    await section();
    const expected = screen.getByRole('list', { name: verificationText.expected }).textContent;
    expect(expected).toContain('On the page, not fired: It stands in data-src');
    expect(expected).toContain('On the page, not fired: It stands in a comment');
  });

  it('go as soon as the tracker fires, and with the page', async () => {
    const { model } = await setUpPage(LOOK);
    await section();
    const requests = [later(1, 70_000)];
    model.hear({ kind: 'requests-changed', verificationId: 'v1', requests });
    await waitFor(async () =>
      expect(within(await section()).getAllByRole('listitem')).toHaveLength(1),
    );
    const moved = { ...pageView('b', START + 80_000), isMove: true };
    model.hear({ kind: 'page-viewed', verificationId: 'v1', pageView: moved });
    await section();
    const left = pageView('c', START + 90_000);
    model.hear({ kind: 'page-viewed', verificationId: 'v1', pageView: left });
    await waitFor(() => expect(screen.queryByRole('region', { name: text.title })).toBeNull());
  });

  it('have the focus where what was pressed is gone, and leave it where it is still there', async () => {
    await setUpPage(LOOK);
    expect(within(await section()).getByRole('heading', { level: 2 })).toBe(document.activeElement);
    cleanup();
    await setUpPage(LOOK, { requests: [later(1)] });
    await section();
    expect(screen.getByRole('button', { name: text.lookShort })).toBe(document.activeElement);
  });

  it('are none on a page where all fired, which is said', async () => {
    await setUpPage(pageLook([]));
    expect((await section()).textContent).toContain(text.none);
  });

  it('may be more than are listed: what is not known is said', async () => {
    const { user, calls } = await setUpPage(
      { ...LOOK, closedFrames: 2, isCut: true, replaced: ['firstChild'], failures: 1 },
      { verification: verification({ startedAt: START + 2000, openedAfterLoad: true }) },
    );
    const said = (await section()).textContent;
    for (const part of [
      'Not everything',
      '2 frames',
      'more than is read',
      'firstChild',
      '1 place',
    ]) {
      expect(said).toContain(part);
    }
    const reload = within(await section()).getByRole('button', { name: verificationText.reload });
    await user.click(reload);
    expect(calls).toContainEqual(['reloadPage']);
  });

  it('are looked for again, when what is found may be other', async () => {
    const looks = [pageLook([]), LOOK];
    const { model, user } = setUp({}, { lookAtPage: async () => looks.shift() ?? null });
    await model.start();
    await user.click(await screen.findByRole('button', { name: text.look }));
    await user.click(within(await section()).getByRole('button', { name: text.again }));
    await waitFor(async () =>
      expect(within(await section()).getAllByRole('listitem')).toHaveLength(2),
    );
  });

  it('of a page that cannot be read are not known', async () => {
    await setUpPage(null);
    expect((await section()).textContent).toContain(text.unreadable);
  });

  it('give way to a request that is looked at, and are put away', async () => {
    const { user } = await setUpPage(LOOK, { requests: [later(1)] });
    await section();
    await user.click(screen.getAllByRole('row').at(-1) ?? document.body);
    expect(screen.queryByRole('region', { name: text.title })).toBeNull();
    await user.click(screen.getByRole('button', { name: verificationText.closeDetails }));
    await user.click(within(await section()).getByRole('button', { name: text.close }));
    expect(screen.queryByRole('region', { name: text.title })).toBeNull();
  });

  it('are in the exported JSON, and in no other before somebody looked', async () => {
    const { model, calls } = setUp({}, { lookAtPage: async () => LOOK });
    await model.start();
    await model.exportAs('json');
    await model.page.look();
    await model.exportAs('json');
    const exported = calls.flatMap((call) =>
      Array.isArray(call) && call[0] === 'saveFile' ? [JSON.parse(String(call[2])).onPage] : [],
    );
    expect(exported).toMatchObject([
      null,
      {
        found: 2,
        isAllRecorded: true,
        notFired: [
          { trackerId: 532, trackerName: 'Skyscraper', reason: { code: 'page-not-loaded' } },
          { trackerId: 531, trackerName: 'Leaderboard', reason: { code: 'page-in-comment' } },
        ],
      },
    ]);
  });

  it('are looked for in DevTools alone', async () => {
    const { model } = setUp({}, {});
    await model.start();
    await screen.findByText(verificationText.empty);
    expect(screen.queryByRole('button', { name: /^Look for tags/ })).toBeNull();
  });
});

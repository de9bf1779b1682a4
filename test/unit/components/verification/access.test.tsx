// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';

import { PanelPage } from '@/components/pages/panel/PanelPage';
import {
  type Access,
  type AccessActions,
  createAccessModel,
} from '@/components/verification/access-model';
import { createVerificationModel } from '@/components/verification/verification-model';

import { pageView, START, verification } from '../../core/verification/build';
import { later, recordingActions } from './recording-sample';

afterEach(cleanup);

const NEWS = 'https://news.example';
const ADS = 'https://ads.example';
const NOTHING: Access = { allowed: [], isWaiting: false, isPutOff: false };

/** The panel of a page on which a frame fired, too, over such answers of the browser. */
async function setUp(
  access: Partial<Access> = {},
  changes: Partial<AccessActions> = {},
  isAsked?: () => boolean,
) {
  const calls: unknown[] = [];
  let now: Access = { ...NOTHING, ...access };
  const requests = [later(1), { ...later(2, 6000), frameUrl: `${ADS}/f` }];
  const { actions } = recordingActions({ verification: verification(), requests });
  const model = createVerificationModel(actions);
  const asking = createAccessModel(model, {
    isFirefox: false,
    read: async (sites) => {
      calls.push(['read', sites]);
      return now;
    },
    ask: async (sites) => void calls.push(['ask', sites]),
    putOff: async (site) => {
      calls.push(['putOff', site]);
      now = { ...now, isPutOff: true };
    },
    ...changes,
  });
  const stop = asking.start();
  render(<PanelPage model={model} access={asking} />);
  await model.start();
  await waitFor(() => expect(isAsked?.() ?? calls.length > 0).toBe(true));
  const set = (next: Partial<Access>) => {
    now = { ...now, ...next };
    asking.hearNotice({ kind: 'changed', change: { what: 'access', ids: null } });
  };
  return { calls, model, asking, set, stop, user: userEvent.setup() };
}
const said = () => screen.queryAllByText(/Not seen of/).map((one) => one.textContent);

describe('what cannot be seen', () => {
  it('is said once, of the page and of the frames from which a pixel was seen', async () => {
    const { calls } = await setUp();
    await waitFor(() => expect(said()).toHaveLength(1));
    expect(said()[0]).toContain(
      'Not seen of news.example and of frames from ads.example: pixels sent as the page is left',
    );
    expect(calls.at(-1)).toEqual(['read', [NEWS, ADS]]);
  });

  it.each<[string, Partial<Access>, RegExp | null]>([
    ['all is allowed', { allowed: [NEWS, ADS] }, null],
    [
      'the page is allowed, a frame is not',
      { allowed: [NEWS] },
      /^Not seen of frames from ads\.example: /,
    ],
    ['it was put off', { isPutOff: true }, null],
    [
      'it is allowed, and the browser tells of it later',
      { allowed: [NEWS, ADS], isWaiting: true },
      /close the browser and open it again/,
    ],
  ])('%s', async (_, access, wanted) => {
    await setUp(access);
    await Promise.resolve();
    if (wanted === null) expect(said()).toEqual([]);
    else await waitFor(() => expect(said()[0]).toMatch(wanted));
  });

  it('in Firefox is one thing more', async () => {
    await setUp({}, { isFirefox: true });
    await waitFor(() => expect(said()[0]).toContain('why Firefox blocked one'));
  });

  it('is not said where the background does not answer', async () => {
    let isAsked = false;
    const { asking } = await setUp(
      {},
      {
        read: () => {
          isAsked = true;
          return Promise.reject(new Error('stopped'));
        },
      },
      () => isAsked,
    );
    expect([asking.offer.value, said()]).toEqual([null, []]);
  });

  it('is not asked of a page without https, and that is said', async () => {
    const { actions } = recordingActions({
      verification: verification(),
      pageViews: [{ ...pageView('a', START), url: 'http://staging.example/a' }],
    });
    const model = createVerificationModel(actions);
    const asking = createAccessModel(model, {
      isFirefox: false,
      read: async () => NOTHING,
      ask: async () => {},
      putOff: async () => {},
    });
    asking.start();
    render(<PanelPage model={model} access={asking} />);
    await model.start();
    await waitFor(() =>
      expect(said()[0]).toContain('A browser can be asked for sites with https only.'),
    );
    expect(screen.queryByRole('button', { name: /See them/ })).toBeNull();
  });

  it('is asked for by name', async () => {
    const { calls, user } = await setUp();
    await user.click(await screen.findByRole('button', { name: /See them, too/ }));
    expect(calls).toContainEqual(['ask', [NEWS, ADS]]);
  });

  it('goes once it is allowed, elsewhere too', async () => {
    const { set } = await setUp();
    await waitFor(() => expect(said()).toHaveLength(1));
    set({ allowed: [NEWS, ADS] });
    await waitFor(() => expect(said()).toEqual([]));
    set({ allowed: [] });
    await waitFor(() => expect(said()).toHaveLength(1));
  });

  it('is put off for the site of the page', async () => {
    const { calls, user } = await setUp();
    await user.click(await screen.findByRole('button', { name: 'Not for this site' }));
    await waitFor(() => expect(said()).toEqual([]));
    expect(calls).toContainEqual(['putOff', NEWS]);
  });
});

// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { RENEW_MS } from '@/lib/core/rehearsal/lease';
import type { Started } from '@/lib/messaging/rehearsal/contract';
import { refusalText, rehearsalText as text } from '@/lib/text/verification/rehearsal';

import { verificationText } from '@/lib/text/verification/verification';

import { setUp } from './panel-setup';
import { later } from './recording-sample';
import { leaseOf, rehearsalActions } from './rehearsal-sample';

afterEach(cleanup);

async function panel(...around: Parameters<typeof rehearsalActions>) {
  const rehearsal = rehearsalActions(...around);
  const made = setUp({}, { rehearsal: rehearsal.actions });
  await made.model.start();
  return { ...made, ...rehearsal };
}
const button = () => screen.findByRole('button', { name: text.name });

describe('the switch', () => {
  it('is not there outside DevTools', async () => {
    const { model } = setUp();
    await model.start();
    expect(screen.queryByRole('button', { name: text.name })).toBeNull();
  });

  it('shows for as long as it is on that nothing is counted, and keeps the focus', async () => {
    const { user, model } = await panel();
    expect(screen.queryByText(text.on)).toBeNull();
    await user.click(await button());
    expect(await screen.findByText(text.on)).toBeTruthy();
    expect((await button()).getAttribute('aria-pressed')).toBe('true');
    expect(await button()).toBe(document.activeElement);
    expect(model.said.value).toBe(text.started);
    await user.click(await button());
    await waitFor(() => expect(screen.queryByText(text.on)).toBeNull());
    expect((await button()).getAttribute('aria-pressed')).toBe('false');
    expect(model.said.value).toBe(text.stopped);
  });

  it('is renewed while it is on, and no longer', async () => {
    const { user, calls, tick } = await panel();
    tick();
    expect(calls).toEqual([]);
    await user.click(await button());
    expect(calls).toEqual(['start', 'hold', `every ${RENEW_MS}`]);
    tick();
    tick();
    await user.click(await button());
    tick();
    expect(calls.slice(3)).toEqual(['renew', 'renew', 'stop', 'let go']);
  });

  it('goes on with one that is on, as where the panel was loaded anew', async () => {
    const { tell, calls } = await panel();
    tell(leaseOf());
    expect(await screen.findByText(text.on)).toBeTruthy();
    expect(calls).toEqual(['hold', `every ${RENEW_MS}`]);
  });

  it('is not on while the trial is out', async () => {
    const { tell } = await panel();
    tell(leaseOf({ isOn: false }));
    expect(screen.queryByText(text.on)).toBeNull();
  });

  it('says that it ends, and that it has ended by itself', async () => {
    const { tell, model } = await panel();
    tell(leaseOf({ isLeaving: true }));
    expect(await screen.findByText(text.leaving)).toBeTruthy();
    expect((await button()).getAttribute('aria-pressed')).toBe('false');
    tell(null);
    await waitFor(() => expect(screen.queryByText(text.leaving)).toBeNull());
    expect(model.said.value).toBe(text.ended);
  });

  it('says what went wrong where the background does not answer', async () => {
    const { user } = await panel(undefined, {
      start: () => Promise.reject(new Error('no answer')),
    });
    await user.click(await button());
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.queryByText(text.on)).toBeNull();
  });
});

describe('where it does not begin', () => {
  it.each(['browser', 'no-page', 'too-many', 'not-answered'] as const)(
    'it says why and what to do, until that is put away: %s',
    async (why) => {
      const { user } = await panel({ state: 'refused', why, missing: [] });
      await user.click(await button());
      const { sentence, next } = refusalText(why, []);
      expect(await screen.findByText(sentence)).toBeTruthy();
      expect(screen.getByText(next, { exact: false })).toBeTruthy();
      expect((await button()).getAttribute('aria-pressed')).toBe('false');
      expect(screen.queryByRole('button', { name: text.allow })).toBeNull();
      await user.click(screen.getByRole('button', { name: text.close }));
      expect(screen.queryByText(sentence)).toBeNull();
    },
  );

  it('it says what is missing, and leads to where that is asked for', async () => {
    const missing = ['declarativeNetRequestWithHostAccess', 'https://*/*', 'http://*/*'];
    const refused: Started = { state: 'refused', why: 'not-granted', missing };
    const { user, calls } = await panel(refused);
    await user.click(await button());
    const said = await screen.findByText(/has not allowed/);
    for (const part of ['answering requests', 'all https sites', 'all http sites'])
      expect(said.textContent).toContain(part);
    await user.click(screen.getByRole('button', { name: text.allow }));
    expect(calls).toEqual(['start', 'askConsent']);
  });

  it('the reason stands in the place of the switch where the browser cannot', async () => {
    const refused: Started = { state: 'refused', why: 'browser', missing: [] };
    const { user } = await panel(refused, { isPossible: false });
    expect(screen.queryByRole('button', { name: text.name })).toBeNull();
    await user.click(await screen.findByRole('button', { name: text.notHere }));
    expect(await screen.findByText(/not possible in Firefox/)).toBeTruthy();
  });
});

it('what was rehearsed is listed as that, and not as an answer', async () => {
  const told = { ...later(9_081_726_354), outcome: 'rehearsed', status: 307 } as const;
  const { model } = setUp({ requests: [told] });
  await model.start();
  expect(await screen.findByText('Rehearsed: not counted')).toBeTruthy();
  const expected = screen.getByRole('list', { name: verificationText.expected }).textContent;
  expect(expected).toContain('Rehearsed: not counted.');
  expect(expected).not.toContain('Pass');
});

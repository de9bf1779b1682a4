// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';

import { AccessPage } from '@/components/pages/access/AccessPage';
import type { AccessAnswer } from '@/lib/core/recording/access-answer';
import type { AccessAsked } from '@/lib/core/recording/access-asked';
import { accessWords } from '@/lib/text/pages/access-window';

afterEach(cleanup);

const NEWS = 'https://news.example';
const SITES: AccessAsked = { for: 'sites', sites: [NEWS, 'https://ads.example'] };
const REHEARSAL: AccessAsked = { for: 'rehearsal' };

/** The window that asks for this, where a person gives these answers, and the last one ever after. */
function open(asked: AccessAsked | null, ...answers: readonly AccessAnswer['answer'][]) {
  const calls: string[] = [];
  const left = [...answers];
  render(
    <AccessPage
      words={asked && accessWords(asked, false)}
      onAsk={async () => {
        calls.push('asked');
        const answer = left.shift() ?? 'failed';
        return { answer, detail: answer === 'forbidden' ? 'Blocked by policy' : null };
      }}
      onClose={() => calls.push('closed')}
    />,
  );
  return { calls, user: userEvent.setup() };
}
const allow = () => screen.queryByRole('button', { name: 'Allow' });
const press = (name: string) => screen.getByRole('button', { name });

it.each<[AccessAsked, AccessAnswer['answer'], RegExp, boolean]>([
  [SITES, 'allowed', /Load the page that you test again/, false],
  [SITES, 'allowed-later', /Close the browser and open it again/, false],
  [SITES, 'refused', /The recording goes on with what DevTools tells/, true],
  [SITES, 'forbidden', /allow “webRequest” and these hosts/, true],
  [SITES, 'failed', /Close this window and try it again/, true],
  [REHEARSAL, 'allowed', /switch Rehearse on/, false],
  [REHEARSAL, 'refused', /Without it nothing is rehearsed. You can be asked again here/, true],
  [REHEARSAL, 'forbidden', /allow all sites for Piggyback/, true],
  [REHEARSAL, 'failed', /Close this window and try it again/, true],
])('%o, %s: says so, and what to do', async (asked, answer, words, mayAskAgain) => {
  const { calls, user } = open(asked, answer);
  expect(calls, 'nothing is asked before a person says so').toEqual([]);
  await user.click(press('Allow'));
  expect(calls).toEqual(['asked']);
  expect(await screen.findByText(words)).toBeTruthy();
  expect(allow() !== null).toBe(mayAskAgain);
  expect(screen.queryByText('The browser said: Blocked by policy') !== null).toBe(
    answer === 'forbidden',
  );
});

it('asks again where it was refused, with the focus where it was', async () => {
  const { user } = open(REHEARSAL, 'refused', 'allowed');
  await user.click(press('Allow'));
  await screen.findByText(/Nothing has changed/);
  expect(document.activeElement).toBe(allow());
  await user.keyboard('{Enter}');
  await screen.findByText(/switch Rehearse on/);
  expect(screen.queryByText(/Nothing has changed/)).toBeNull();
});

it.each<[string, AccessAsked, readonly (string | RegExp)[]]>([
  [
    'each host, and which cannot be asked for',
    { for: 'sites', sites: [NEWS, 'https://ads.example', 'http://old.example'] },
    [
      'news.example, the page',
      'ads.example, a frame in it',
      'old.example, cannot be asked for: it has no https',
      'adnxs.com, where the pixels go',
    ],
  ],
  ['what a rehearsal takes', REHEARSAL, [/^All sites, since an ad stands in frames/]],
])('names %s', (_, asked, names) => {
  open(asked, 'refused');
  const items = screen.getAllByRole('listitem').map((one) => one.textContent);
  for (const name of names) expect(items).toContainEqual(expect.stringMatching(name));
});

it('does not ask where nothing can be asked for', () => {
  open({ for: 'sites', sites: ['http://old.example'] });
  expect(allow()).toHaveProperty('disabled', true);
});

it('says so where nobody asked for anything', () => {
  open(null);
  expect(screen.getByText('There is nothing to ask for here')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

it('closes', async () => {
  const { calls, user } = open(SITES);
  await user.click(press('Close'));
  expect(calls).toEqual(['closed']);
});

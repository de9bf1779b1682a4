// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { RunWaits } from '@/components/bulk/RunWaits';
import { ERROR_CODES, type ErrorCode } from '@/lib/core/base/errors';
import { mayBeDone } from '@/lib/core/job/lost';
import { passesByItself, waitsFor } from '@/lib/core/job/waits';
import { errorText } from '@/lib/text/errors';
import { runWaitsNext, runWaitsText as text } from '@/lib/text/trackers/run-waits';

afterEach(cleanup);

function show(code: ErrorCode, isSignedOut: boolean, isOver = false) {
  const failure = { code, detail: null, retryAfterSeconds: null };
  render(
    <RunWaits failure={failure} user="trafficker" isSignedOut={isSignedOut} isOver={isOver} />,
  );
  return { failure, link: screen.queryByRole('link', { name: text.signIn }) };
}

describe('a run that does not go on says why', () => {
  it('whose session has ended, and where to sign in', () => {
    const { link } = show('session-expired', true);
    screen.getByText('The session of trafficker has ended.');
    screen.getByText(/Once trafficker signs in again it goes on by itself/);
    expect(link?.getAttribute('href')).toBe('#/trackers');
  });

  it('and leads to no sign-in where another is signed in', () => {
    const { link } = show('session-expired', false);
    screen.getByText('The session of trafficker has ended.');
    expect(link).toBeNull();
  });

  it.each(['network', 'rate-limited', 'run-interrupted'] as const)(
    'any other reason: %s',
    (code) => {
      const { failure, link } = show(code, true);
      screen.getByText(errorText(failure).sentence);
      screen.getByText(runWaitsNext(code, errorText(failure).next));
      expect(screen.queryByText(/The session of/)).toBeNull();
      expect(link).toBeNull();
    },
  );
});

// All that a run waits for: what every row would meet, and what it was looked for in vain with.
const WAITS = ERROR_CODES.filter((code) => waitsFor(code) || mayBeDone(code));

describe('what to do about a run that waits', () => {
  it.each(
    [...WAITS, 'run-interrupted' as const].map((code) => [code, passesByItself(code)] as const),
  )('%s: it goes on by itself: %s', (code, goesOn) => {
    const { next } = errorText({ code, detail: null, retryAfterSeconds: null });
    const said = runWaitsNext(code, next);
    expect(said.includes('goes on by itself')).toBe(goesOn);
    expect(/have it go on/i.test(said)).toBe(!goesOn);
    if (goesOn) expect(said).not.toMatch(/try again|save/i);
  });

  it('of one that is over says nothing of going on', () => {
    show('network', false, true);
    expect(screen.queryByText(/by itself/)).toBeNull();
  });
});

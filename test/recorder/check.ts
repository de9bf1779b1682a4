import { expect } from 'vitest';

import type { Played, Proof } from './play.ts';
import type { Scenario } from './scenario.ts';
import { fill } from './site.ts';

const HOSTS = ['recorder', 'ads', 'cdn'];

/** Whether what was recorded of a scenario is what truly happened. */
export function expectTrue(
  { expected, unseen, mayMiss }: Scenario,
  name: string,
  played: Played,
  proof: Proof,
): void {
  const isOwn = (url: string | null) =>
    url !== null && HOSTS.some((host) => url.includes(`//${name}.${host}.test/`));
  // What was not shown has no page.
  const requests = proof.requests.filter(({ page, frame }) => isOwn(page ?? frame));
  if (unseen !== undefined) {
    // Should it be seen one day, its scenario is one like the others.
    expect(requests, `${unseen} It is seen by now.`).toEqual([]);
    if (expected.asked !== undefined) expect(played.asked).toBe(expected.asked);
    return;
  }
  expect(played.missed).toEqual([]);
  const newest = proof.pageViews.at(-1)?.url;
  const open = requests.filter(({ outcome, page }) => outcome === 'pending' && page !== newest);
  expect(open, 'under way, though their page was left').toEqual([]);
  // What DevTools did not tell of has nothing said of it.
  const isTold = (id: string) => mayMiss === undefined || of(id).length > 0;
  const of = (id: string) =>
    requests.filter(({ trackerId }) => (trackerId === null ? '*' : String(trackerId)) === id);
  const pageOf = (id: string) => fill(expected.page?.[id] ?? '', name);
  const told = {
    asked: expected.asked === undefined ? undefined : played.asked,
    recorded:
      mayMiss === undefined ? requests.length : Math.max(requests.length, expected.recorded),
    views:
      expected.views === undefined
        ? undefined
        : proof.pageViews.filter(({ url }) => isOwn(url)).length,
    gaps: expected.gaps === undefined ? undefined : proof.gaps.length,
    said: codesBy(requests),
    fired: countsOf(expected.fired, (id) => of(id).filter(hasFired).length),
    prerendered: Object.fromEntries(
      requests.flatMap(({ trackerId, prerendered }) =>
        prerendered ? [[trackerId, prerendered]] : [],
      ),
    ),
    loader: countsOf(expected.loader, (id) => of(id)[0]?.loader),
    frame: countsOf(expected.frame, (id) => of(id)[0]?.frame),
    page: countsOf(expected.page, (id) => (isTold(id) ? of(id)[0]?.page : pageOf(id))),
  };
  const filled = (urls: Readonly<Record<string, string>> | undefined) =>
    countsOf(urls, (id) => fill(urls?.[id] ?? '', name));
  expect(told).toEqual({
    asked: expected.asked,
    recorded: expected.recorded,
    views: expected.views,
    gaps: expected.gaps,
    said: Object.fromEntries(
      Object.entries(expected.said ?? {}).filter(([id, codes]) => codes.length > 0 && isTold(id)),
    ),
    fired: expected.fired,
    prerendered: expected.prerendered ?? {},
    loader: expected.loader,
    frame: filled(expected.frame),
    page: filled(expected.page),
  });
}

function countsOf<T>(
  wanted: object | undefined,
  of: (id: string) => T,
): Record<string, T> | undefined {
  return wanted && Object.fromEntries(Object.keys(wanted).map((id) => [id, of(id)]));
}

function codesBy(requests: Proof['requests']): Record<string, readonly string[]> {
  const codes = new Map<string, Set<string>>();
  for (const { trackerId, findings } of requests) {
    const id = trackerId === null ? '*' : String(trackerId);
    const known = codes.get(id) ?? new Set();
    for (const { code } of findings) known.add(code);
    if (known.size > 0) codes.set(id, known);
  }
  return Object.fromEntries([...codes].map(([id, all]) => [id, [...all].toSorted()]));
}

const FIRED = ['answered', 'withheld', 'aborted', 'unknown'];

function hasFired({ outcome, isRedirectHop, prerendered }: Proof['requests'][number]): boolean {
  return !isRedirectHop && prerendered !== 'never shown' && FIRED.includes(outcome);
}

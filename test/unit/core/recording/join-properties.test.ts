import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createJoining, joinObservations } from '@/lib/core/recording/join-observations';
import { identityOf, type Observation, observationsOf } from '@/lib/core/recording/observation';
import { SOURCES } from '@/lib/core/recording/pixel-request';

import { pixel, seen } from './build';

const RUNS = { numRuns: 500 };

/** Anything the sources might tell: few URLs and moments, so that much of it nearly fits. */
const told: fc.Arbitrary<Observation> = fc
  .record({
    source: fc.constantFrom(...SOURCES),
    at: fc.oneof(fc.integer({ min: 0, max: 2500 }), fc.constantFrom(0, 1, 500, 60_000)),
    raw: fc.constantFrom(
      pixel(1),
      pixel(2),
      pixel(3),
      `${pixel(1)}#x`,
      pixel(1, `&redir=${'y'.repeat(700)}`),
    ),
    requestId: fc.constantFrom('1', '2', '10'),
    tabId: fc.constantFrom(null, 7, 8),
    precision: fc.constantFrom(0, 0, 1000),
    method: fc.constantFrom('GET', 'GET', 'POST'),
    outcome: fc.constantFrom('answered', 'pending', 'aborted', 'from-cache'),
    duration: fc.constantFrom(null, 5, 9, 600, 1500),
    loader: fc.constantFrom('image', 'fetch', 'other', null),
    frameUrl: fc.constantFrom(
      null,
      'https://a.example/',
      'https://a.example/f',
      'https://b.example/f',
    ),
    viaServiceWorker: fc.boolean(),
    cut: fc.boolean(),
    page: fc.constantFrom({}, { pageDocument: 'D1' }, { pageDocument: 'D2', pageSite: 's' }),
    tab: fc.constantFrom({}, {}, { isTabUnsure: true }),
  })
  .map(({ source, at, raw, cut, page, tab, ...changes }) =>
    seen(source, at, {
      ...changes,
      ...(source === 'webRequest' && { ...page, ...tab }),
      raw: cut ? raw.slice(0, 600) : raw,
      urlIsCut: cut && raw.length > 600,
    }),
  );
const anything = fc.array(told, { maxLength: 14 });

/** A list, and the same in another order. */
const shuffled = anything.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
);

describe('whatever is told', () => {
  it('makes the same requests in any order', () => {
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(joinObservations(other)).toEqual(joinObservations(list));
      }),
      RUNS,
    );
  });

  it('makes the same step by step as all at once, and what was told of the steps adds up to it', () => {
    fc.assert(
      fc.property(shuffled, fc.array(fc.nat(4)), ([list, other], cuts) => {
        const joining = createJoining();
        const kept = new Map<string, unknown>();
        for (let at = 0, step = 0; at < other.length; step += 1) {
          const size = 1 + (cuts[step] ?? 0);
          const { changed, gone } = joining.observe(other.slice(at, at + size));
          for (const key of gone) kept.delete(key);
          for (const request of changed) kept.set(request.key, request);
          at += size;
        }
        const all = joinObservations(list);
        expect(joining.requests()).toEqual(all);
        expect(kept).toEqual(new Map(all.map((request) => [request.key, request])));
      }),
      RUNS,
    );
  });

  it('makes the same of what one source told twice in two ways, whichever came first', () => {
    const told = [true, false].map((viaServiceWorker) => seen('har-log', 0, { viaServiceWorker }));
    for (const order of [told, told.toReversed()]) {
      const joining = createJoining();
      for (const one of order) joining.observe([one]);
      for (const one of order) joining.observe([one]);
      expect(joining.requests()).toEqual(joinObservations(told));
    }
  });

  it('is in exactly one request, and none is there that nobody told', () => {
    fc.assert(
      fc.property(anything, (list) => {
        const joined = joinObservations(list).flatMap(observationsOf).map(identityOf);
        expect(joined.toSorted()).toEqual([...new Set(list.map(identityOf))].toSorted());
      }),
      RUNS,
    );
  });

  it('makes the same of what was joined and kept before: from the disk, or told by the recorder', () => {
    fc.assert(
      fc.property(anything, anything, (before, after) => {
        const joining = createJoining();
        joining.take(structuredClone([...joinObservations(before)]));
        joining.take(structuredClone([...joinObservations(after)]));
        expect(joining.requests()).toEqual(joinObservations([...before, ...after]));
      }),
      RUNS,
    );
  });

  it('never makes one of two that a single source tells, save at a service worker', () => {
    fc.assert(
      fc.property(anything, (list) => {
        for (const { sightings = [] } of joinObservations(
          list.map((one) => ({ ...one, viaServiceWorker: false })),
        )) {
          const sources = sightings.map(({ source }) => source);
          expect(new Set(sources).size).toBe(sources.length);
        }
      }),
      RUNS,
    );
  });
});

/** What truly happened: some with a URL of their own, some with one that is used again and again. */
const truth = fc.array(
  fc.record({
    own: fc.boolean(),
    gap: fc.integer({ min: 1100, max: 20_000 }),
    loader: fc.constantFrom('image', 'script', 'fetch'),
  }),
  { maxLength: 20 },
);
const clocks = fc.record({
  late: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 20, maxLength: 20 }),
  ahead: fc.integer({ min: -5_000_000, max: 5_000_000 }),
  drift: fc.constantFrom(0, 0.0001, -0.0002),
  missed: fc.array(fc.constantFrom('none', 'none', 'event', 'log', 'webRequest'), {
    minLength: 20,
    maxLength: 20,
  }),
});

describe('what truly happened', () => {
  it('is made out again from sources that each miss some and tell the time in their own way', () => {
    fc.assert(
      fc.property(truth, clocks, (requests, { late, ahead, drift, missed }) => {
        let at = 0;
        const happened = requests.map(({ own, gap, loader }, index) => {
          at += gap;
          const raw = own ? pixel(1000 + index) : pixel(1);
          const told = { raw, loader } as const;
          const all = {
            event: seen('devtools-event', at, told),
            log: seen('har-log', at, told),
            webRequest: seen('webRequest', at + (late[index] ?? 0), {
              ...told,
              requestId: `w${index}`,
            }),
          };
          const seenBy = Object.entries(all).filter(([name]) => name !== missed[index]);
          return { at, told, observations: seenBy.map(([, one]) => one) };
        });
        // A remote browser can be set right by requests that have a URL of their own.
        const own = requests.filter(({ own }) => own).length;
        const remote =
          own < 5
            ? []
            : happened.map(({ at, told }, index) =>
                seen('remote', at + ahead + Math.round(at * drift), {
                  ...told,
                  requestId: `r${index}`,
                }),
              );
        const joined = joinObservations([
          ...happened.flatMap((one) => one.observations),
          ...remote,
        ]);
        expect(joined.map(({ sightings = [] }) => sightings.length)).toEqual(
          happened.map(({ observations }) => observations.length + (remote.length > 0 ? 1 : 0)),
        );
      }),
      RUNS,
    );
  });

  it('is one each where a busy browser takes requests up late, and none is of two', () => {
    const one = fc.record({
      pixel: fc.constantFrom(1, 2),
      gap: fc.integer({ min: 1200, max: 4000 }),
      // Half a second before the next one is asked for, else nobody could tell.
      late: fc.integer({ min: 0, max: 650 }),
      takes: fc.integer({ min: 5, max: 40 }),
      seenBy: fc.constantFrom('both', 'both', 'devtools', 'webRequest'),
      isOfWorker: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (requests) => {
        let at = 0;
        const told = requests.flatMap(({ gap, late, takes, seenBy, isOfWorker, ...of }, index) => {
          at += gap;
          const raw = pixel(of.pixel);
          const log = seen('har-log', at, { raw, tabId: 7, duration: late + takes });
          const listened = seen('webRequest', at + late, {
            raw,
            requestId: `w${index}`,
            duration: takes,
            frameUrl: 'https://news.example',
            ...(isOfWorker ? { tabId: null, isTabUnsure: true } : { tabId: 7 }),
          });
          const all = [
            ...(seenBy === 'webRequest' ? [] : [log]),
            ...(seenBy === 'devtools' ? [] : [listened]),
          ];
          return [all];
        });
        const joined = joinObservations(told.flat());
        expect(joined.map((request) => observationsOf(request).map(identityOf))).toEqual(
          told.map((all) => all.map(identityOf)),
        );
      }),
      RUNS,
    );
  });
});

import { z } from '../base/schema';
import { bouncesIn, withBounce } from './bounce';
import { isStoppedRedirect, isToldAgain, readHarEntry, type ToldByEntry } from './har-entry';
import { createFrameFinder, documentsIn } from './har-frames';
import { pagesIn } from './har-pages';
import type { Observation } from './observation';
import { newestOf, type Look } from './source';
import { withoutSignIn } from './without-sign-in';

const LogSchema = z.object({
  pages: z.optional(z.nullable(z.array(z.unknown()))),
  entries: z.array(z.unknown()),
});
const EntrySchema = z.object({ request: z.object({ url: z.string() }) });

/** The pages and entries of a log, each still unread. */
export interface HarLog {
  readonly pages: readonly unknown[];
  readonly entries: readonly unknown[];
}

/** The log itself, or the log inside an object as in a HAR file; `null` where it is none. */
export function logIn(value: unknown): HarLog | null {
  const inner = typeof value === 'object' && value !== null && 'log' in value ? value.log : value;
  const { data } = LogSchema.safeParse(inner);
  return data ? { pages: data.pages ?? [], entries: data.entries } : null;
}

/** Reads the answer of `getHAR`: the log itself, or the log inside an object as in a HAR file. */
export function readHarLog(value: unknown, tabId: number | null = null): Look {
  const log = logIn(value);
  if (!log) return { observations: [], newestPage: null, urls: new Set() };
  const { pages, entries } = log;
  return {
    observations: observationsIn(entries, 'har-log', tabId),
    newestPage: newestOf(pagesIn(pages, entries)),
    urls: new Set(
      entries.flatMap((entry) => {
        const url = EntrySchema.safeParse(entry).data?.request.url;
        return url === undefined ? [] : withoutSignIn(url);
      }),
    ),
  };
}

/** What the entries of a log tell. Two that are alike are two requests, in the order of the log. */
export function observationsIn(
  entries: readonly unknown[],
  source: 'har-log' | 'har-file',
  tabId: number | null,
): readonly Observation[] {
  const frameOf = createFrameFinder(documentsIn(entries));
  const bounces = bouncesIn(entries);
  const countOf = countAlike();
  const told: { one: ToldByEntry; count: number }[] = [];
  for (const entry of entries) {
    const read = readHarEntry(entry);
    if (!read) continue;
    const one = { ...read, frameUrl: frameOf(read, entry) };
    const last = told.at(-1);
    const isSame = last && alikeName(last.one) === alikeName(one) && isToldAgain(last.one, one);
    if (isSame && !isStoppedRedirect(last.one)) told.splice(-1, 1, { one, count: last.count });
    else told.push({ one, count: countOf(one) });
  }
  return told.map(({ one, count }) => ({
    ...withBounce(one, bounces),
    source,
    tabId,
    requestId: String(count),
  }));
}

type Alike = Pick<Observation, 'url' | 'method' | 'startedAt'>;

function countAlike(): (told: Alike) => number {
  const counts = new Map<string, number>();
  return (told) => {
    const name = alikeName(told);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  };
}

/** What is alike in requests for which a HAR has no other name than their count, from 1. */
export function alikeName({ url, method, startedAt }: Alike): string {
  return `${url.raw} ${startedAt} ${method}`;
}

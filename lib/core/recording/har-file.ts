import { MAX_HAR_ENTRIES, MAX_HAR_PAGES, MAX_HAR_REQUESTS, MAX_URL_CHARS } from '../base/limits';
import { leastOf } from '../base/long-lists';
import { z } from '../base/schema';
import { isPixelEntry, readHarEntry } from './har-entry';
import { logIn, observationsIn } from './har-log';
import { filePagesIn, isPage } from './har-pages';
import { readHarTime } from './har-time';
import { joinObservations } from './join-observations';
import type { Observation } from './observation';
import type { PageView } from './page-views';
import type { PixelRequest } from './pixel-request';

/** What is in a file and not in the recording made of it, each counted. */
export const LeftOutSchema = z.object({
  /** Entries behind the last one that is looked at. */
  entries: z.number(),
  /** Entries that are ours, or that name no address, and cannot be read. */
  unreadable: z.number(),
  /** Our requests beyond what a recording holds. */
  requests: z.number(),
  /** Pages beyond what a recording holds, or without a time. */
  pages: z.number(),
  /** Requests of which only the beginning of the URL is kept. */
  cut: z.number(),
  /** Requests of ours, and pages, whose time has no zone and is taken for UTC; absent where there is none. */
  zoneless: z.exactOptional(z.number()),
});
export type LeftOut = z.infer<typeof LeftOutSchema>;

/** A page as a file tells of it; its address is empty where the file does not say it. */
export type RecordedPage = Pick<PageView, 'url' | 'startedAt' | 'title' | 'prerenderedAt'>;

/** What a HAR file tells of pages and pixel requests. */
export interface HarFile {
  /** In the order of time. */
  readonly pages: readonly RecordedPage[];
  /** Joined, in the order of time. */
  readonly requests: readonly PixelRequest[];
  /** When the first page or request of ours began, in milliseconds since 1970; `null` where there is none. */
  readonly recordedAt: number | null;
  /** How many entries the file has. */
  readonly entries: number;
  readonly leftOut: LeftOut;
}

/** Reads what was parsed of a file, whoever wrote it; `null` where it is no HAR. Never fails. */
export function readHarFile(value: unknown): HarFile | null {
  const log = logIn(value);
  if (!log) return null;
  const entries = log.entries.slice(0, MAX_HAR_ENTRIES);
  const told = observationsIn(entries, 'har-file', null);
  const bounded = told.filter(isWithinBounds);
  const kept = bounded.slice(0, MAX_HAR_REQUESTS);
  const requests = joinObservations(kept.map(ended));
  const given = filePagesIn(log.pages, entries);
  const pages = given
    .filter(({ url, title }) => (url ?? title ?? '').length <= MAX_URL_CHARS)
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .slice(0, MAX_HAR_PAGES)
    .map(({ url, title, startedAt, prerenderedAt }) => ({
      url: url ?? '',
      startedAt,
      ...(url === null && title !== null && { title }),
      ...(prerenderedAt !== undefined && { prerenderedAt }),
    }));
  const zoneless =
    entries.filter((entry) => isPixelEntry(entry) && isZoneless(entry)).length +
    log.pages.filter(isZoneless).length;
  const began = leastOf([...pages, ...requests].map(({ startedAt }) => startedAt));
  return {
    pages,
    requests,
    recordedAt: began === Infinity ? null : began,
    entries: log.entries.length,
    leftOut: {
      entries: log.entries.length - entries.length,
      unreadable: entries.filter(isUnreadable).length + told.length - bounded.length,
      requests: bounded.length - kept.length,
      pages: given.length - pages.length + log.pages.filter((page) => !isPage(page)).length,
      cut: kept.filter(({ urlIsCut }) => urlIsCut).length,
      ...(zoneless > 0 && { zoneless }),
    },
  };
}

const NamedSchema = z.object({ request: z.object({ url: z.string() }) });

function isUnreadable(entry: unknown): boolean {
  return isPixelEntry(entry) ? readHarEntry(entry) === null : !NamedSchema.safeParse(entry).success;
}

const TimedSchema = z.object({ startedDateTime: z.string() });

function isZoneless(value: unknown): boolean {
  const { data } = TimedSchema.safeParse(value);
  return data !== undefined && readHarTime(data.startedDateTime)?.hasZone === false;
}

/** Whether nothing that is kept of a request is longer than any browser has it; its URL is cut before. */
function isWithinBounds(told: Observation): boolean {
  const { method, error, fromCache, frameUrl, redirectUrl, upgradedBy } = told;
  return [method, error, fromCache, frameUrl, redirectUrl, upgradedBy].every(
    (text) => (text?.length ?? 0) <= MAX_URL_CHARS,
  );
}

/** A file tells nothing more: what was under way as it was written had been sent, its outcome is not known. */
function ended(told: Observation): Observation {
  return { ...told, outcome: told.outcome === 'pending' ? 'aborted' : told.outcome };
}

import type { Finding } from '../base/finding';
import { rememberLast } from '../base/remember-last';
import { readPlace, type TagOnPage } from '../judge/page-tags';
import { readTrackerId } from '../pixel/tracker-id';
import type { PixelUrl } from '../pixel/pixel-url';
import type { PageView } from '../recording/page-views';
import type { PageLook } from '../recording/page-look';
import { judgeOnPage } from '../rules/judge-page';
import type { CheckedRequest } from './checked-request';
import { isFirstPageUnsure } from './first-page';
import type { Verification } from './verification';

/** A tag that stands on a page and did not fire. */
export interface UnfiredTag {
  /** `null` if its address has none. */
  readonly trackerId: number | null;
  readonly address: string;
  readonly reason: Finding;
  /** The document that it stands in. */
  readonly frameUrl: string;
  /** Where it stands in that. */
  readonly path: string;
  /** How many such there are. */
  readonly count: number;
}

/** What was looked for on a page, and found. */
export interface JudgedPage {
  readonly url: string;
  /** Milliseconds since 1970, UTC. */
  readonly readAt: number;
  /** Those that did not fire, the gravest reasons first. */
  readonly tags: readonly UnfiredTag[];
  /** How many places with tags there are, those that fired among them. */
  readonly found: number;
  /** Everything that the page asked for should be among what was recorded. */
  readonly isAllRecorded: boolean;
  /** Frames that could not be read. */
  readonly closedFrames: number;
  /** The page has more than is read of one. */
  readonly isCut: boolean;
  /** What the page has put something else in the place of, or threw at. */
  readonly replaced: readonly string[];
  readonly failures: number;
}

/** The log and the page itself tell of one load by two clocks, this far apart at most, in milliseconds. */
const SAME_LOAD_MS = 1000;
const LONGEST_ADDRESS = 2_000;
const RANK = { error: 0, warning: 1, info: 2 };

/** What of a page that was looked at did not fire, by what was recorded since it began to load. */
export function judgePage(
  look: PageLook,
  rows: readonly CheckedRequest[],
  verification: Verification,
  pageViews: readonly PageView[],
): JudgedPage {
  const isAllRecorded = isAllOf(look, verification, pageViews);
  const fired = firedSince(rows, beginOf(look, pageViews));
  const asked = new Set(look.asked.map(asRequested));
  const found = tagsOf(look);
  const tags = new Map<string, UnfiredTag>();
  for (const one of found) {
    const { place, tag } = one;
    const address = asRequested(tag.url.text);
    const trackerId = one.tag.spec?.trackerId ?? null;
    if (fired.addresses.has(address)) continue;
    if (!one.isLoader && trackerId !== null && fired.ids.has(trackerId)) continue;
    const reason = judgeOnPage({ ...one, isAskedFor: asked.has(address), isAllRecorded });
    if (!reason) continue;
    const { frameUrl, path } = place;
    const key = JSON.stringify([
      trackerId,
      tag.url.text,
      reason.code,
      reason.values,
      frameUrl,
      path,
    ]);
    const count = (tags.get(key)?.count ?? 0) + 1;
    const shown = tag.url.text.slice(0, LONGEST_ADDRESS);
    tags.set(key, { trackerId, address: shown, reason, frameUrl, path, count });
  }
  const { url, readAt, closedFrames, isCut, replaced, failures } = look;
  return {
    url,
    readAt,
    tags: [...tags.values()].toSorted((a, b) => RANK[a.reason.severity] - RANK[b.reason.severity]),
    found: found.length,
    isAllRecorded,
    closedFrames,
    isCut,
    replaced,
    failures,
  };
}

// Requests come one after the other, and the page stays as it was read.
const tagsOf = rememberLast((look: PageLook): readonly TagOnPage[] =>
  look.places.flatMap(readPlace),
);

// By the clock of the requests, where the recording knows of the page's load.
function beginOf({ loadedAt }: PageLook, pageViews: readonly PageView[]): number {
  const away = ({ startedAt }: PageView) => Math.abs(startedAt - loadedAt);
  const [nearest] = pageViews
    .filter((view) => view.isMove !== true && away(view) < SAME_LOAD_MS)
    .toSorted((a, b) => away(a) - away(b));
  return nearest?.startedAt ?? loadedAt;
}

function firedSince(rows: readonly CheckedRequest[], since: number) {
  const addresses = new Set<string>();
  const ids = new Set<number>();
  for (const { request } of rows) {
    if (request.startedAt < since) continue;
    addresses.add(requested(request.url));
    const id = readTrackerId(request.url.id);
    if (id !== null) ids.add(id);
  }
  return { addresses, ids };
}

// They are asked for again with each that comes.
const KNOWN = new WeakMap<PixelUrl, string>();
function requested(url: PixelUrl): string {
  const known = KNOWN.get(url) ?? asRequested(url.raw);
  KNOWN.set(url, known);
  return known;
}

function isAllOf(
  { loadedAt }: PageLook,
  verification: Verification,
  pageViews: readonly PageView[],
): boolean {
  const { startedAt, clearedAt, gaps = [] } = verification;
  const last = Math.max(startedAt, clearedAt ?? -Infinity, gaps.at(-1)?.to ?? -Infinity);
  // A page that is there has not been left: what it fires is not kept.
  if (verification.notKept !== undefined) return false;
  return last <= loadedAt && !isFirstPageUnsure(verification, pageViews);
}

/**
 * An address as a browser asks for it, so far as one is told from another: without its scheme, which may have been
 * led on to https, and without its fragment; what browsers escape is the same as what they were given.
 */
function asRequested(address: string): string {
  return address
    .trim()
    .replace(/[\t\r\n]/g, '')
    .replace(/#.*$/s, '')
    .replace(/^(?:https?:)?\/\/([^/?]*)/i, (_, host: string) => host.toLowerCase())
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[^\0-~]/gu, encodeURIComponent)
    .replace(/%(?:2[027]|3[ce])/gi, (escape) => String.fromCharCode(parseInt(escape.slice(1), 16)));
}

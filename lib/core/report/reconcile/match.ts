import { z } from '../../base/schema';
import { readTrackerId } from '../../pixel/tracker-id';
import type { ThirdPartyPlacement } from '../third-party';
import { placementKey } from '../third-party/gather';
import { indexSheets, nameKey } from './sheet-index';
import type { SheetPlacement } from './sheet-placements';

/** Placements that a person said something of. */
const MAX_BY_HAND = 50_000;
const MAX_KEY = 1000;
/** With the advertiser in front. */
const MAX_KEPT_KEY = 1100;

/** What a person said of placements, by their keys: the tracker, or `null` for none of ours. */
export const HandMatchesSchema = z
  .array(
    z.object({
      placement: z.string().check(z.maxLength(MAX_KEPT_KEY)),
      trackerId: z.nullable(z.int().check(z.positive())),
    }),
  )
  .check(z.maxLength(MAX_BY_HAND));
export type HandMatches = Readonly<z.infer<typeof HandMatchesSchema>>;

/** By what a placement was matched, from the surest. */
export type MatchWay = 'hand' | 'sheet-id' | 'sheet-name' | 'tracker-id' | 'name';

/**
 * A placement, and the tracker that it is of. Without one: `several` could be it, `nothing` says so, or a person said
 * that it is of none (`set-aside`).
 */
export type PlacementMatch =
  | {
      readonly kind: 'matched';
      readonly at: ThirdPartyPlacement;
      readonly trackerId: number;
      readonly by: MatchWay;
    }
  | {
      readonly kind: 'several';
      readonly at: ThirdPartyPlacement;
      readonly candidates: readonly number[];
    }
  | { readonly kind: 'nothing' | 'set-aside'; readonly at: ThirdPartyPlacement };

interface Known {
  /** Trackers of the advertiser. */
  readonly trackers: readonly {
    readonly id: number;
    readonly name: string;
    readonly code: string | null;
  }[];
  /** Of all tag sheets; what they say of other trackers is not heeded. */
  readonly sheet: readonly SheetPlacement[];
  readonly byHand: HandMatches;
}

/** The key by which a placement is kept with what a person said of it. */
export function keyOfPlacement(at: Pick<ThirdPartyPlacement, 'placement' | 'placementId'>): string {
  return placementKey(at).slice(0, MAX_KEY);
}

/** What was said of a placement by hand, beside what was said of others; `undefined` takes it back. */
export function matchByHand(
  byHand: HandMatches,
  placement: string,
  trackerId: number | null | undefined,
): HandMatches {
  const others = byHand.filter((one) => one.placement !== placement);
  return trackerId === undefined ? others : [...others, { placement, trackerId }];
}

/**
 * The tracker of each placement. What a person said counts, of a tracker that is there; else the tag sheet, by id before name; else a tracker’s id
 * or its name or code, when the placement is called so and nothing more. Where one of these leaves several, the next may tell
 * which of them; a placement is never of two.
 */
export function matchPlacements(
  placements: readonly ThirdPartyPlacement[],
  { trackers, sheet, byHand }: Known,
): readonly PlacementMatch[] {
  const hand = new Map(byHand.map((one) => [one.placement, one.trackerId] as const));
  const ids = new Set(trackers.map(({ id }) => id));
  const saidOf = indexSheets(sheet.filter(({ trackerId }) => ids.has(trackerId)));
  const byName = new Map<string, Set<number>>();
  for (const { id, name, code } of trackers) {
    for (const text of [name, code]) if (text) put(byName, nameKey(text), id);
  }
  const found = (at: ThirdPartyPlacement) => {
    const name = nameKey(at.placement);
    const id = at.placement === at.placementId ? null : idIn(at.placement);
    const said = saidOf(at);
    const all: readonly (readonly [MatchWay, ReadonlySet<number> | undefined])[] = [
      ['sheet-id', new Set(said.byId.map(({ trackerId }) => trackerId))],
      ['sheet-name', new Set(said.byName.map(({ trackerId }) => trackerId))],
      ['tracker-id', id !== null && ids.has(id) ? new Set([id]) : undefined],
      ['name', byName.get(name)],
    ];
    return all;
  };
  return placements.map((at) => {
    const said = hand.get(keyOfPlacement(at));
    if (said === null) return { kind: 'set-aside', at };
    if (said !== undefined && ids.has(said))
      return { kind: 'matched', at, trackerId: said, by: 'hand' };
    let candidates: readonly number[] = [];
    for (const [by, some] of found(at)) {
      if (!some) continue;
      const left = candidates.length === 0 ? [...some] : candidates.filter((id) => some.has(id));
      const [only] = left;
      if (left.length === 1 && only !== undefined)
        return { kind: 'matched', at, trackerId: only, by };
      if (left.length > 0) candidates = left;
    }
    return candidates.length > 0 ? { kind: 'several', at, candidates } : { kind: 'nothing', at };
  });
}

/** An id that is all of a text: `531`, `#531`, `Tracker 531`, `id=531`. */
function idIn(text: string): number | null {
  return readTrackerId(
    /^(?:(?:imp(?:tr)?|tracker|pixel|id)[\s:=#_-]*)*#?(\d+)$/i.exec(text.trim())?.[1] ?? null,
  );
}

function put(index: Map<string, Set<number>>, key: string, id: number): void {
  if (key === '') return;
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}

import type { CaseFacts } from '../cause';
import type { KeptSheets } from './kept-sheets';
import type { PlacementMatch } from './match';
import { togetherOf } from './row-tags';
import { indexSheets, type SaidBySheets } from './sheet-index';
import type { SheetPlacement } from './sheet-placements';

/** A row of a tag sheet, and in which file it stands. */
export interface RowOfSheet extends SheetPlacement {
  readonly fileName: string;
}

/** The rows of tag sheets, one after the other. */
export function rowsOfSheets(sheets: KeptSheets): readonly RowOfSheet[] {
  return sheets.flatMap(({ fileName, placements }) =>
    placements.map((one) => ({ ...one, fileName })),
  );
}

/** Looks up what these rows say of matches. */
export function createSayings(rows: readonly RowOfSheet[]) {
  const saidOf = indexSheets(rows);
  return {
    /** The files by which a placement was matched; none where it was not by a sheet. */
    filesOf(match: PlacementMatch): readonly string[] {
      if (match.kind !== 'matched') return [];
      const { byId, byName } = saidOf(match.at);
      const said = match.by === 'sheet-id' ? byId : match.by === 'sheet-name' ? byName : [];
      return [...new Set(said.filter(isOf([match.trackerId])).map(({ fileName }) => fileName))];
    },
    /** How the tags of these trackers write their cachebuster: of all their placements alike, else it is not known. */
    cachebusterOf(
      matches: readonly PlacementMatch[],
      trackerIds: readonly number[],
    ): CaseFacts['tagCachebuster'] {
      const written = matches
        .filter((match) => match.kind === 'matched' && trackerIds.includes(match.trackerId))
        .map(({ at }) => tagIn(saidOf(at), trackerIds) ?? 'unclear');
      const all = togetherOf(written);
      return all === 'unclear' ? null : all;
    },
  };
}

/** By the placement’s id before its name; rows without a tag do not tell. */
function tagIn({ byId, byName }: SaidBySheets<RowOfSheet>, trackerIds: readonly number[]) {
  const rows = (byId.length > 0 ? byId : byName).filter(isOf(trackerIds));
  return togetherOf(rows.flatMap(({ cachebuster }) => cachebuster ?? []));
}

function isOf(trackerIds: readonly number[]) {
  return ({ trackerId }: RowOfSheet) => trackerIds.includes(trackerId);
}

import { MAX_TRACKER_ROWS } from '../base/limits';
import { asTyped } from '../table/formulas';
import { collectRows, SEARCHED_ROWS } from '../table/collect-rows';
import { tabular } from '../table/column-titles';
import { SheetFileError } from '../table/file-problem';
import type { TakeRow } from '../table/raw-row';
import type { RowScore } from '../table/row-score';
import type { TrackerColumnMemory } from './columns';
import {
  adServerBeside,
  filledIdsBeside,
  trackersUnderstood,
  type TrackerColumnOffer,
  type TrackerHeader,
  understandTrackerColumns,
} from './header';
import type { OpenTrackerSheet } from './open-sheet';

const score: RowScore = {
  rows: SEARCHED_ROWS,
  of: (rows) => trackersUnderstood(rows) || tabular(rows),
};

/** No sheet of a file is recognised as one of trackers; whoever knows better can choose its columns. */
export class NoTrackersError extends SheetFileError {
  readonly offer: TrackerColumnOffer | null;

  constructor(offer: TrackerColumnOffer | null) {
    super('no-header');
    this.offer = offer;
  }
}

/**
 * Takes the rows of a file's sheets and gives the one with most columns of trackers. `memory` says which
 * columns were chosen by hand in sheets with such titles.
 */
export function createTrackerSheetReader(memory: TrackerColumnMemory = []) {
  const sheets: ReturnType<typeof collectSheet>[] = [];
  return {
    score,
    open(name: string): TakeRow {
      const sheet = collectSheet(name, memory);
      sheets.push(sheet);
      return sheet.take;
    },
    /** Fails with `NoTrackersError` where no sheet is one. */
    finish(): OpenTrackerSheet {
      const found = sheets.flatMap((sheet) => sheet.finish() ?? []);
      const isChosen = ({ offer }: OpenTrackerSheet) => Number(offer.choice !== null);
      const [best] = found.toSorted(
        (a, b) => isChosen(b) - isChosen(a) || b.header.columns.length - a.header.columns.length,
      );
      if (best) return best;
      const offers = sheets.flatMap((sheet) => sheet.offer() ?? []);
      const [most] = offers.toSorted((a, b) => b.titles.length - a.titles.length);
      throw new NoTrackersError(most ?? null);
    },
  };
}

const NOTHING = { filledId: null, adServer: null };

function collectSheet(name: string, memory: TrackerColumnMemory) {
  let offer: TrackerColumnOffer | null = null;
  /** Columns that say something beside: an id that was filled in, and the ad server of the row's tag. */
  let beside: { readonly filledId: number | null; readonly adServer: number | null } = NOTHING;
  const collector = collectRows<TrackerHeader>({
    understand: (top) => {
      const understood = understandTrackerColumns(top, memory);
      ({ offer } = understood);
      const { header } = understood;
      if (header !== null) {
        beside = { filledId: filledIdsBeside(top, header), adServer: adServerBeside(top, header) };
      }
      return understood.header;
    },
    columnsOf: ({ columns }) => columns.map(([, at]) => at),
    besideOf: () => [beside.filledId, beside.adServer].flatMap((at) => at ?? []),
    most: MAX_TRACKER_ROWS,
  });
  return {
    take: collector.take,
    finish(): OpenTrackerSheet | null {
      const found = collector.finish();
      if (found === null || offer === null) return null;
      const known = found.header.columns.length;
      const rows = found.rows.map((one) => {
        const texts = one.values.map((value) => asTyped(String(value)).trim());
        const textAt = (at: number | null) => (at === null ? '' : texts[one.columns.indexOf(at)]);
        const [filledId, adServer] = [textAt(beside.filledId), textAt(beside.adServer)];
        return {
          row: one.row,
          texts: texts.slice(0, known),
          ...(filledId && { filledId }),
          ...(adServer && { adServer }),
        };
      });
      return { name: name.slice(0, 300), header: found.header, offer, rows };
    },
    offer(): TrackerColumnOffer | null {
      collector.finish();
      return offer;
    },
  };
}

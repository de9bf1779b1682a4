import {
  type DateOrder,
  type ReportColumn,
  type ReportColumnMemory,
  type ReportPlace,
} from '../../core/report/third-party/columns';
import type { ReportColumnOffer } from '../../core/report/third-party/header';
import type { ThirdPartyReading } from '../../core/report/third-party/read-report';
import { NoReportError } from '../../core/report/third-party/sheet-reader';
import { recallColumns, rememberColumns } from '../../core/table/column-memory';
import type { ReadProgress } from '../../core/table/read-progress';

/** What a person says of a file: columns, each counted from 0, and how its dates are written. */
interface Said {
  readonly columns: Readonly<Partial<Record<Asked, number>>> | null;
  readonly dates: DateOrder | null;
}
type Asked = Exclude<ReportColumn, 'device' | 'system'>;
const ASKED: readonly Asked[] = ['date', 'hour', 'placement', 'placementId', 'impressions'];

interface Parts {
  /** Reads beside the page; fails as `takeReportMessage` does. */
  readonly read: (
    file: File,
    about: { readonly memory: ReportColumnMemory; readonly dateOrder: DateOrder | null },
    onProgress: (progress: ReadProgress) => void,
    signal: AbortSignal,
  ) => Promise<ThirdPartyReading>;
  readonly readColumns: () => Promise<ReportColumnMemory>;
  readonly changeColumns: (
    act: (before: ReportColumnMemory) => ReportColumnMemory,
  ) => Promise<void>;
}

/**
 * Reads ad servers' reports. What is said of one is kept for others with the same titles, and counts for the file itself
 * until something else is said; columns that are said to be as recognised are forgotten.
 */
export function createReportFiles({ read, readColumns, changeColumns }: Parts) {
  const met = new WeakMap<File, { readonly fingerprint: string; readonly said: Said }>();

  async function keep(file: File, said: Said): Promise<void> {
    const before = met.get(file);
    if (before === undefined) return;
    const { fingerprint } = before;
    await changeColumns((memory) => {
      const choice = recallColumns(memory, fingerprint);
      const isSame = said.columns === before.said.columns;
      const columns = isSame ? (choice?.columns ?? []) : placesOf(said.columns);
      const dateOrder = said.dates ?? choice?.dateOrder ?? null;
      const isNothing = columns.length === 0 && dateOrder === null;
      return rememberColumns(memory, fingerprint, isNothing ? null : { columns, dateOrder });
    });
  }

  return async (
    file: File,
    said: Said,
    onProgress: (progress: ReadProgress) => void,
    signal: AbortSignal,
  ) => {
    await keep(file, said);
    const memory = await readColumns();
    const note = ({ fingerprint }: ReportColumnOffer) => void met.set(file, { fingerprint, said });
    try {
      const reading = await read(file, { memory, dateOrder: said.dates }, onProgress, signal);
      note(reading.offer);
      return readOf(reading);
    } catch (error) {
      if (!(error instanceof NoReportError) || !error.offer) throw error;
      if (error.offer.titles.length === 0) throw error;
      note(error.offer);
      return { kind: 'columns' as const, offer: offerOf(error.offer) };
    }
  };
}

function readOf(reading: ThirdPartyReading) {
  const offer = offerOf(reading.offer);
  if (reading.kind === 'read') {
    const { report, sheets } = reading;
    return { kind: 'read' as const, offer, report, sheets };
  }
  if (reading.kind === 'refused')
    return { kind: 'refused' as const, offer, problem: reading.problem };
  return { kind: 'dates' as const, offer, samples: [reading.example] };
}

function offerOf({ titles, columns, choice, alsoImpressions }: ReportColumnOffer) {
  const isChosen = choice !== null && choice.columns.length > 0;
  const known = columnsIn(columns);
  return { titles, columns: known, choice: isChosen ? known : null, alsoImpressions };
}

function columnsIn(places: readonly ReportPlace[]): Readonly<Partial<Record<Asked, number>>> {
  const found: Partial<Record<Asked, number>> = {};
  for (const column of ASKED) {
    const at = places.find(([one]) => one === column)?.[1];
    if (at !== undefined) found[column] = at;
  }
  return found;
}

/** One that is not named is not there; what is said without a placement leaves open which it is. */
function placesOf(columns: Said['columns']): [ReportColumn, number | null][] {
  if (columns === null) return [];
  const hasPlacement = columns.placement !== undefined || columns.placementId !== undefined;
  return ASKED.flatMap((column): [ReportColumn, number | null][] => {
    const at = columns[column] ?? null;
    const isPlacement = column === 'placement' || column === 'placementId';
    return at === null && isPlacement && !hasPlacement ? [] : [[column, at]];
  });
}

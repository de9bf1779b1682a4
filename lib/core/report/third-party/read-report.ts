import { MAX_CELLS } from '../../base/limits';
import { appendAll } from '../../base/long-lists';
import { numberOf, periodOf } from '../period-count';
import type { ThirdPartyReport } from '../third-party';
import type { DateOrder } from './columns';
import { countReader } from './counts';
import { findOrder, type OrderFound } from './date-order';
import { type Figure, gather, placementKey, placementsOf, sizeOf, spanOf } from './gather';
import { grainOf } from './grain';
import { readRows } from './read-rows';
import type { ReportColumnOffer } from './header';
import { NoReportError, type OpenReportSheet } from './sheet-reader';

/** Days between the first and the last of a report: three years. A mistyped year is beyond. */
const MAX_DAYS = 1100;
/** Rows that are listed as left out; of more there is the number. */
const MAX_LEFT_OUT = 1000;

/**
 * Why a file with the right columns is no report: no row has a date, its dates are written in two ways, they are further
 * apart than reports reach, or there is more than is kept.
 */
export const REPORT_PROBLEMS = ['no-days', 'mixed-dates', 'too-long', 'too-much'] as const;
export type ReportProblem = (typeof REPORT_PROBLEMS)[number];

/**
 * What was done with a sheet. `overlap`: it has figures that another one has, and would be counted twice. `hidden`: nobody sees it in
 * the spreadsheet, and another one is a report; `read-hidden`: no sheet that is seen is one.
 */
export const SHEET_USES = ['read', 'read-hidden', 'other-columns', 'overlap', 'hidden'] as const;
export interface SheetUse {
  readonly name: string;
  readonly use: (typeof SHEET_USES)[number];
}

/**
 * What came of a file whose columns are known: a report; a question, whether days or months stand first in dates like the
 * example; or nothing. The columns can be chosen otherwise in all cases.
 */
export type ThirdPartyReading = { readonly offer: ReportColumnOffer } & (
  | {
      readonly kind: 'read';
      readonly report: ThirdPartyReport;
      readonly sheets: readonly SheetUse[];
    }
  | { readonly kind: 'ask-order'; readonly example: string }
  | { readonly kind: 'refused'; readonly problem: ReportProblem }
);

interface About {
  readonly fileName: string;
  /** `2026-11-12`; nothing is counted later. */
  readonly today: string;
  /** As a person said it of this file; `null` where nobody was asked. */
  readonly dateOrder: DateOrder | null;
}

/**
 * An ad server’s report from its sheets. The one with most known columns and rows leads; those with the same titles are
 * further parts of it, unless one tells again what another told. What is hidden is no part of what is seen. Fails with `NoReportError` where there is none.
 */
export function readThirdParty(
  sheets: readonly OpenReportSheet[],
  { fileName, today, dateOrder }: About,
): ThirdPartyReading {
  const seen = sheets.filter(({ isHidden }) => !isHidden);
  const able = seen.length > 0 ? seen : sheets;
  const leading = leadingOf(able);
  if (!leading) throw new NoReportError(null);
  const { offer } = leading;
  const { fingerprint } = offer;
  const others = able.filter((one) => one !== leading && one.offer.fingerprint === fingerprint);
  const parts = [leading, ...others];
  const rows = parts.flatMap((sheet) => sheet.rows);
  const found = findOrder(
    rows.flatMap(({ texts }) => [texts.date ?? '', texts.hour ?? '']),
    dayAfter(today),
  );
  if (found.kind === 'mixed') return { kind: 'refused', offer, problem: 'mixed-dates' };
  const said = dateOrder ?? leading.offer.choice?.dateOrder ?? null;
  if (found.kind === 'asked' && said === null)
    return { kind: 'ask-order', offer, example: found.example };
  const readCount = countReader(rows.map(({ texts }) => texts.impressions ?? ''));
  const reader = { order: orderOf(found, said), readCount, fileName };
  const { figures, leftOut, used } = readParts(parts, reader);
  if (figures.length === 0) return { kind: 'refused', offer, problem: 'no-days' };
  const by = grainOf(
    figures,
    leading.header.columns.some(([column]) => column === 'hour'),
  );
  const gathered = gather(figures, by);
  const span = spanOf(gathered.periods, by);
  if (numberOf(span.last, 'day') - numberOf(span.first, 'day') >= MAX_DAYS) {
    return { kind: 'refused', offer, problem: 'too-long' };
  }
  if (sizeOf(gathered, by) > MAX_CELLS) return { kind: 'refused', offer, problem: 'too-much' };
  const more = leftOut.length - MAX_LEFT_OUT;
  const report: ThirdPartyReport = {
    fileName,
    ...leading.preamble,
    span,
    placements: [...placementsOf(gathered, by)],
    leftOut: leftOut.slice(0, MAX_LEFT_OUT),
    ...(more > 0 && { leftOutMore: more }),
  };

  return {
    kind: 'read',
    offer,
    report,
    sheets: sheets.map((one) => ({ name: one.name, use: useOf(one, used.get(one)) })),
  };
}

function useOf({ isHidden }: OpenReportSheet, used: SheetUse['use'] | undefined): SheetUse['use'] {
  if (!isHidden) return used ?? 'other-columns';
  return used === 'read' ? 'read-hidden' : (used ?? 'hidden');
}

function leadingOf(sheets: readonly OpenReportSheet[]): OpenReportSheet | undefined {
  const chosen = ({ offer }: OpenReportSheet) => Number(offer.choice !== null);
  return sheets.toSorted(
    (a, b) =>
      chosen(b) - chosen(a) ||
      b.header.columns.length - a.header.columns.length ||
      b.rows.length - a.rows.length,
  )[0];
}

/** What the dates say goes before what a person said: it was remembered of another file. */
function orderOf(found: OrderFound, said: DateOrder | null): DateOrder | null {
  return found.kind === 'found' ? found.order : said;
}

function readParts(parts: readonly OpenReportSheet[], reader: Parameters<typeof readRows>[1]) {
  const figures: Figure[] = [];
  const leftOut: ThirdPartyReport['leftOut'] = [];
  const used = new Map<OpenReportSheet, SheetUse['use']>();
  const seen = new Set<string>();
  for (const part of parts) {
    const read = readRows(part, reader);
    const keys = new Set(read.figures.map((one) => `${placementKey(one)}\n${one.day} ${one.hour}`));
    const isAgain = [...keys].some((key) => seen.has(key));
    used.set(part, isAgain ? 'overlap' : 'read');
    if (isAgain) continue;
    for (const key of keys) seen.add(key);
    appendAll(figures, read.figures);
    appendAll(leftOut, read.leftOut);
  }
  return { figures, leftOut, used };
}

/** Somewhere it is the day after already. */
function dayAfter(today: string): string {
  return periodOf(numberOf(today, 'day') + 1, 'day');
}

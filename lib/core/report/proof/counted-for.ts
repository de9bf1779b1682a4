import { groupBy } from '../../base/groups';
import type { Tracker } from '../../tracker/tracker';
import { isoTime, type JudgedRecording } from '../../verification/recording';
import { hasFired } from '../../verification/tally';
import type { Explanation } from '../cause';
import type { CountedTracker } from '../counted-tracker';
import { dateOf, dayNumber } from '../days';
import type { Reconciled } from '../reconciled';
import { joinRows } from '../reconcile/join';
import { mergeReports } from '../reconcile/merge-reports';
import type { Report } from '../report';
import type { Series } from '../series';
import { byDay } from '../series-sums';
import { localHour } from '../time-zone';
import { type CountedInProof, type CountedPart, MOST_DAYS } from './counted-part';

/** A comparison with an ad server's report, as it was made beside the reports. */
export interface ComparedInProof {
  /** The report that was compared. */
  readonly reportId: string;
  readonly reconciled: Pick<Reconciled, 'trackerIds' | 'thirdParty'>;
  readonly adServer: {
    readonly name: string | null;
    readonly fileName: string;
    readonly timeZone: string | null;
  };
  readonly explanation: Explanation | null;
}

/** Sentences of an explanation; the words live outside the core. */
export type SayWhy = (
  explanation: Explanation,
) => Pick<NonNullable<CountedInProof['why']>, 'text' | 'causes'>;

export interface CountedBy {
  /** Kept reports, with their figures. */
  readonly reports: readonly Report[];
  /** All that are kept of the reports' advertisers: a report tells some of them not apart. */
  readonly trackers: readonly Tracker[];
  readonly compared: readonly ComparedInProof[];
}

/** Reports of one advertiser, type, time zone and grain: their figures can stand beside each other. */
interface Alike {
  readonly reports: readonly Report[];
  readonly timeZone: string;
  /** The first day of the recording and the last that is shown, in that zone. */
  readonly first: number;
  readonly last: number;
  readonly groups: readonly CountedTracker[];
}

/**
 * What kept reports counted of the expected trackers, from the first day of the recording on. Where several tell of a
 * tracker, those that are like the newest. Nothing is shifted and nothing is split: what is of one of several says so.
 */
export function countedFor(
  recording: Pick<JudgedRecording, 'verification' | 'requests' | 'names'>,
  { reports, trackers, compared }: CountedBy,
  say: SayWhy,
): CountedPart {
  const { verification, names } = recording;
  const from = verification.file?.recordedAt ?? verification.startedAt;
  const all = alikeOf(reports, trackers, from);
  const known = new Map(trackers.map((one) => [one.id, one]));
  const nameOf = (id: number) => ({ id, name: names.get(id) ?? known.get(id)?.name ?? null });
  const used = new Set<Report>();
  const told = new Set<number>();
  const counted: CountedInProof[] = [];
  const notCounted: CountedPart['notCounted'] = [];
  for (const id of new Set(verification.expectedIds)) {
    if (told.has(id)) continue;
    const found = findGroup(all, id);
    if (found === null) {
      const advertiser = known.get(id)?.advertiserId;
      const isAsked = all.some(({ reports: [one] }) => one?.question.advertiserId === advertiser);
      notCounted.push({ ...nameOf(id), why: isAsked ? 'no-row' : 'no-report' });
      continue;
    }
    const { alike, group, days } = found;
    const { trackerIds } = group;
    for (const one of trackerIds) told.add(one);
    for (const report of alike.reports) used.add(report);
    // Of an older report its figures, and what they explain, would be others than those that are shown.
    const [newest] = alike.reports;
    const other = compared.find(
      ({ reportId, reconciled }) =>
        reportId === newest?.id && isSame(reconciled.trackerIds, trackerIds),
    );
    const theirs = other && daysWithin(other.reconciled.thirdParty, alike);
    counted.push({
      trackers: trackerIds.map(nameOf),
      timeZone: alike.timeZone,
      monetize: days,
      seen: seenOn(recording, trackerIds, alike.timeZone),
      adServer: other && theirs ? { ...other.adServer, days: theirs } : null,
      why:
        newest && other?.explanation && theirs
          ? { ...newest.span, ...say(other.explanation) }
          : null,
    });
  }
  return {
    format: 'piggyback-counted',
    version: 1,
    reports: [...used].map(toldOf),
    counted,
    notCounted,
  };
}

function alikeOf(
  reports: readonly Report[],
  trackers: readonly Tracker[],
  from: number,
): readonly Alike[] {
  const newest = reports.toSorted((a, b) => b.askedAt - a.askedAt);
  const groups = groupBy(newest, ({ type, question: { advertiserId, by, timeZone } }) => [
    [advertiserId, type, by, timeZone].join(' '),
  ]);
  return [...groups.values()].flatMap((some): readonly Alike[] => {
    const timeZone = some[0]?.question.timeZone ?? '';
    const first = dayNumber(localHour(from, timeZone)?.date ?? '');
    if (first === null) return [];
    const last = first + MOST_DAYS - 1;
    const [begin, end] = [dateOf(first), dateOf(last)];
    const ours = some.filter(({ span }) => span.last >= begin && span.first <= end);
    const merged = mergeReports(ours);
    if (merged === null) return [];
    const advertiserId = ours[0]?.question.advertiserId;
    const own = trackers.filter((one) => one.advertiserId === advertiserId);
    const { counted } = joinRows(merged.rows, merged.by, own);
    return [{ reports: ours, timeZone, first, last, groups: counted }];
  });
}

function findGroup(all: readonly Alike[], id: number) {
  for (const alike of all) {
    const group = alike.groups.find(({ trackerIds }) => trackerIds.includes(id));
    const days = group && daysWithin(group.impressions, alike);
    if (group && days) return { alike, group, days };
  }
  return null;
}

/** The days of a series that are shown; `null` where none of them is among its own. */
function daysWithin(
  series: Series,
  { first, last }: Pick<Alike, 'first' | 'last'>,
): CountedInProof['monetize'] | null {
  const { first: begins, counts } = byDay(series);
  const start = dayNumber(begins);
  if (start === null) return null;
  const from = Math.max(first, start);
  const shown = counts.slice(from - start, Math.max(0, last + 1 - start));
  return shown.length === 0 ? null : { first: dateOf(from), counts: [...shown] };
}

function seenOn(
  { requests }: Pick<JudgedRecording, 'requests'>,
  trackerIds: readonly number[],
  timeZone: string,
): CountedInProof['seen'] {
  const ids = new Set(trackerIds);
  const times = new Map<string, number>();
  for (const row of requests) {
    if (row.trackerId === null || !ids.has(row.trackerId) || !hasFired(row)) continue;
    const day = localHour(row.request.startedAt, timeZone)?.date;
    if (day !== undefined) times.set(day, (times.get(day) ?? 0) + 1);
  }
  const days = [...times].map(([day, count]) => ({ day, times: count }));
  return days.toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

function toldOf(report: Report): CountedPart['reports'][number] {
  const { id, type, span, question, askedAt, madeAt, closedUntil, unread } = report;
  return {
    id,
    type,
    ...span,
    timeZone: question.timeZone,
    askedAt: isoTime(askedAt),
    madeAt: madeAt === null ? null : isoTime(madeAt),
    closedUntil: closedUntil === null ? null : isoTime(closedUntil),
    unread,
  };
}

const isSame = (some: readonly number[], others: readonly number[]) =>
  some.length === others.length && some.every((id) => others.includes(id));

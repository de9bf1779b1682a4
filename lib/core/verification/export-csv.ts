import { toCsv } from '../table/csv';
import { decodeText, type PixelUrl } from '../pixel/pixel-url';
import { withoutSignIns } from '../recording/without-sign-ins';
import type { PageView } from '../recording/page-views';
import type { CheckedRequest } from './checked-request';
import { runStandOf } from './export-json';
import { prerenderedAs } from './prerendered-as';
import { type Describe, isoTime, type JudgedRecording } from './recording';
import type { TrackerVerdict } from './verdict';

const COLUMNS = [
  'time',
  'page',
  'frame',
  'tracker_id',
  'tracker_name',
  'verdict',
  't',
  'cachebuster',
  'ancost',
  'redir',
  'other_parameters',
  'loader',
  'method',
  'status',
  'outcome',
  'error',
  'from_cache',
  'duration_ms',
  'redirect_hop',
  'prerendered',
  'fired',
  'page_since',
  'expected',
  'note',
  'findings',
  'url',
] as const;
type Column = (typeof COLUMNS)[number];
type Line = Partial<Record<Column, string>>;

/**
 * The proof as a sheet: one line for each request, and one for each expected tracker that was not
 * seen on a page view. Verdict and `fired` are those of the line's tracker on the line's page view. A text
 * that a spreadsheet would take for a formula has apostrophes in it (`harmless`); the JSON has every
 * text as it was. `notes` says what is not known, in a line each at the end, before the verification's name and note.
 */
export function exportCsv(
  recording: JudgedRecording,
  describe: Describe,
  notes: readonly string[] = [],
): string {
  const { pageViews, names, verdicts } = recording;
  // What began before any page was viewed is judged with everything.
  const onView = new Map<string | null, ReadonlyMap<number, TrackerVerdict>>([
    [null, byTracker(verdicts)],
    ...pageViews.map((view) => [view.id, byTracker(recording.verdictsOn(view))] as const),
  ]);
  const { name, note, notedRequests = [] } = recording.verification;
  const noted = new Map(notedRequests.map((one) => [one.key, one.note]));
  const rows = recording.requests.map((row): Line => {
    // It is of no page that anybody saw, and decides no verdict of one.
    const on = row.isNeverShown ? undefined : onView.get(row.pageView?.id ?? null);
    const found = on?.get(row.trackerId ?? NaN);
    return {
      ...columnsOf(row, describe),
      note: noted.get(row.request.key) ?? '',
      ...(found && verdictOf(found)),
    };
  });
  const views: readonly (PageView | null)[] = pageViews.length > 0 ? pageViews : [null];
  const unseen = views.flatMap((view) =>
    [...(onView.get(view?.id ?? null)?.values() ?? [])]
      .filter(({ decidedBy }) => decidedBy === null)
      .map((item): Line => ({
        ...pageOf(view),
        tracker_id: String(item.trackerId),
        tracker_name: names.get(item.trackerId) ?? '',
        ...verdictOf(item),
      })),
  );
  const gaps = (recording.verification.gaps ?? []).map(({ from, to }): Line => ({
    time: isoTime(from),
    outcome: 'not recorded',
    duration_ms: String(Math.round(to - from)),
  }));
  const missing = notes.map((note): Line => ({ outcome: 'not known', findings: note }));
  const about: readonly Line[] = [
    ...(name === undefined ? [] : [{ outcome: 'name', note: name }]),
    ...(note === undefined ? [] : [{ outcome: 'note', note }]),
    ...runLines(recording),
  ];
  const lines = [...rows, ...unseen, ...gaps, ...missing, ...about].map((row) =>
    COLUMNS.map((column) => withoutSignIns(row[column] ?? '')),
  );
  return toCsv([COLUMNS, ...lines]);
}

/** How each visit of a page of a list ended, when it was stopped, and what is other than its baseline. */
function runLines(recording: JudgedRecording): readonly Line[] {
  const { stoppedAt, baseline } = runStandOf(recording);
  const visits = recording.pageViews.flatMap((view): readonly Line[] => {
    const { visit } = view;
    if (!visit) return [];
    const { status, detail, end, sight } = visit;
    const note = `${end ?? 'under way'}, ${sight ?? 'sight not known'}`;
    return [
      { ...pageOf(view), outcome: 'visit', status: String(status), error: detail ?? '', note },
    ];
  });
  const changes = (baseline?.changes ?? []).map(
    ({ url, trackerId, kind, before, after, newFindings, goneFindings }): Line => ({
      page: url,
      tracker_id: String(trackerId),
      tracker_name: recording.names.get(trackerId) ?? '',
      outcome: 'since baseline',
      note: `${kind}: ${before ?? 'none'} to ${after ?? 'none'}`,
      findings: [
        ...newFindings.map((code) => `new: ${code}`),
        ...goneFindings.map((code) => `gone: ${code}`),
      ].join('\n'),
    }),
  );
  const notVisited = (baseline?.notVisited ?? []).map((url): Line => ({
    page: url,
    outcome: 'since baseline',
    note: 'not visited',
  }));
  return [
    ...visits,
    ...(stoppedAt === undefined ? [] : [{ time: stoppedAt, outcome: 'stopped' }]),
    ...changes,
    ...notVisited,
  ];
}

function byTracker(verdicts: readonly TrackerVerdict[]): ReadonlyMap<number, TrackerVerdict> {
  return new Map(verdicts.map((item) => [item.trackerId, item]));
}

function verdictOf({ verdict, fired, times }: TrackerVerdict): Line {
  return { verdict, fired: String(fired), expected: String(times) };
}

function pageOf(view: PageView | null): Line {
  return view === null
    ? {}
    : { page: view.url || (view.title ?? ''), page_since: isoTime(view.startedAt) };
}

function columnsOf(row: CheckedRequest, describe: Describe): Line {
  const { request, tracker, pageView } = row;
  const { url } = request;
  return {
    ...pageOf(pageView),
    time: isoTime(request.startedAt),
    frame: request.frameUrl ?? '',
    tracker_id: decodeText(url.id ?? ''),
    tracker_name: tracker?.name ?? '',
    t: decodeText(url.t ?? ''),
    cachebuster: decodeText(url.cachebuster ?? ''),
    ancost: decodeText(url.ancost ?? ''),
    redir: decodeText(url.redir ?? ''),
    other_parameters: otherParameters(url),
    loader: request.loader ?? '',
    method: request.method,
    status: String(request.status),
    outcome: request.outcome,
    error: request.error ?? '',
    from_cache: request.fromCache ?? '',
    duration_ms: request.duration === null ? '' : String(Math.round(request.duration)),
    redirect_hop: row.isRedirectHop ? 'yes' : '',
    prerendered: prerenderedAs(row) ?? '',
    findings: row.findings.map((finding) => `${finding.severity}: ${describe(finding)}`).join('\n'),
    url: url.raw,
  };
}

function otherParameters({ others }: PixelUrl): string {
  return others.map(({ name, value }) => `${decodeText(name)}=${decodeText(value)}`).join('\n');
}

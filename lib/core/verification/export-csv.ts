import { toCsv } from '../table/csv';
import { decodeText, type PixelUrl } from '../pixel/pixel-url';
import type { CheckedRequest } from './check-requests';
import { type Describe, isoTime, type JudgedRecording } from './recording';

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
  'findings',
  'url',
] as const;
type Column = (typeof COLUMNS)[number];

/**
 * The proof as a sheet: one line for each request, and one for each expected tracker that was not
 * seen. A text that a spreadsheet would take for a formula has apostrophes in it (`harmless`); the JSON
 * has every text as it was.
 */
export function exportCsv(recording: JudgedRecording, describe: Describe): string {
  const verdicts = new Map(recording.verdicts.map((item) => [item.trackerId, item.verdict]));
  const rows = recording.requests.map((row) => ({
    ...columnsOf(row, describe),
    verdict: row.trackerId === null ? '' : (verdicts.get(row.trackerId) ?? ''),
  }));
  const unseen = recording.verdicts
    .filter((item) => item.verdict === 'not-seen')
    .map((item) => ({
      tracker_id: String(item.trackerId),
      tracker_name: recording.names.get(item.trackerId) ?? '',
      verdict: item.verdict,
    }));
  const lines = [...rows, ...unseen].map((row: Partial<Record<Column, string>>) =>
    COLUMNS.map((column) => row[column] ?? ''),
  );
  return toCsv([COLUMNS, ...lines]);
}

function columnsOf(row: CheckedRequest, describe: Describe): Record<Column, string> {
  const { request, tracker, pageView } = row;
  const { url } = request;
  return {
    time: isoTime(request.startedAt),
    page: pageView?.url ?? '',
    frame: request.frameUrl ?? '',
    tracker_id: decodeText(url.id ?? ''),
    tracker_name: tracker?.name ?? '',
    verdict: '',
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
    findings: row.findings.map((finding) => `${finding.severity}: ${describe(finding)}`).join('\n'),
    url: url.raw,
  };
}

function otherParameters({ others }: PixelUrl): string {
  return others.map(({ name, value }) => `${decodeText(name)}=${decodeText(value)}`).join('\n');
}

import type { Finding } from '../base/finding';
import { decodeText, parametersOf } from '../pixel/pixel-url';
import type { WorkbookSheet } from '../table/table';
import type { CheckedRequest } from './checked-request';
import { type About, columnsOf, linesOf, nameOf, numbersOf, ROW_HEIGHT } from './export-words';
import { prerenderedAs } from './prerendered-as';
import type { JudgedRecording } from './recording';
import { sheetOf } from './sheet-rows';

/** A row for each request. */
export function requestsSheet(recording: JudgedRecording, { words, say }: About): WorkbookSheet {
  const numbers = numbersOf(recording);
  const { notedRequests = [] } = recording.verification;
  const noted = new Map(notedRequests.map(({ key, note }) => [key, note]));
  return sheetOf<CheckedRequest>({
    name: words.sheets.requests,
    columns: columnsOf<CheckedRequest>(words, {
      time: ({ request }) => ({ moment: request.startedAt }),
      tracker: ({ trackerId }) => trackerId,
      name: ({ tracker }) => tracker?.name ?? null,
      page: ({ pageView }) => numbers.get(pageView?.id ?? '') ?? null,
      pageAddress: ({ pageView }) => pageView && nameOf(pageView),
      frame: ({ request }) => request.frameUrl,
      ended: ({ request }) => words.ended(request.outcome, request.status),
      status: ({ request }) => request.status,
      error: ({ request }) => request.error,
      findings: (row) => linesOf(row.findings, say),
      type: ({ request }) => decoded(request.url.t),
      cachebuster: ({ request }) => decoded(request.url.cachebuster),
      parameters: ({ request }) =>
        parametersOf(request.url)
          .map(({ name, value }) => `${name}=${value}`)
          .join('\n'),
      method: ({ request }) => request.method,
      loader: ({ request }) => request.loader,
      redirect: ({ isRedirectHop }) => (isRedirectHop ? words.yes : null),
      redirectsTo: ({ request }) => request.redirectUrl,
      cache: ({ request }) => request.fromCache,
      duration: ({ request }) => (request.duration === null ? null : Math.round(request.duration)),
      prerendered: (row) => {
        const as = prerenderedAs(row);
        return as && words.prerendered[as];
      },
      noted: ({ request }) => noted.get(request.key) ?? null,
      address: ({ request }) => request.url.raw,
    }),
    rows: recording.requests,
    fixedColumns: 2,
    rowHeight: ROW_HEIGHT,
    words,
  });
}

/** A row for each remark on each request. */
export function findingsSheet(recording: JudgedRecording, { words, say }: About): WorkbookSheet {
  const numbers = numbersOf(recording);
  interface Row {
    readonly row: CheckedRequest;
    readonly finding: Finding;
  }
  function* rows(): Iterable<Row> {
    for (const row of recording.requests) {
      for (const finding of row.findings) yield { row, finding };
    }
  }
  return sheetOf<Row>({
    name: words.sheets.findings,
    columns: columnsOf<Row>(words, {
      severity: ({ finding }) => words.severities[finding.severity],
      finding: ({ finding }) => say(finding).sentence,
      next: ({ finding }) => say(finding).next,
      tracker: ({ row }) => row.trackerId,
      name: ({ row }) => row.tracker?.name ?? null,
      page: ({ row }) => numbers.get(row.pageView?.id ?? '') ?? null,
      time: ({ row }) => ({ moment: row.request.startedAt }),
      code: ({ finding }) => finding.code,
      address: ({ row }) => row.request.url.raw,
    }),
    rows: rows(),
    rowHeight: ROW_HEIGHT,
    words,
  });
}

function decoded(value: string | null): string | null {
  return value === null ? null : decodeText(value);
}

import {
  type Result,
  type Results,
  ResultsSchema,
  type ShownFinding,
  type ShownRequest,
} from '../core/verification/results';
import { VERDICTS } from '../core/verification/verdict';
import { harFileText, leftOutText } from '../text/har-file';
import { severityText } from '../text/findings';
import { proofText as text } from '../text/proof';
import { outcomeText, verdictText } from '../text/verification';
import { escapeHtml, shown, visible } from './escape';

/** What is seen of a proof, made of its results alone; `null` where these cannot be read. */
export function renderResults(results: string): string | null {
  const read = readResults(results);
  if (read === null) return null;
  return [
    '<main>',
    `<h1>${escapeHtml(text.title)}</h1>`,
    `<p>${escapeHtml(text.recorded(moment(read.recordingSince), moment(read.exportedAt)))}</p>`,
    notesOf(read),
    `<h2>${escapeHtml(text.expected)}</h2>`,
    expectedOf(read),
    `<h2>${escapeHtml(text.requests)}</h2>`,
    requestsOf(read.requests),
    '</main>',
    `<footer><h2>${escapeHtml(text.how)}</h2><p>${escapeHtml(text.howText)}</p></footer>`,
  ].join('\n');
}

function readResults(json: string): Results | null {
  try {
    const value: unknown = JSON.parse(json);
    return ResultsSchema.safeParse(value).data ?? null;
  } catch {
    return null;
  }
}

/** A moment in UTC, to the second. */
function moment(iso: string): string {
  return `${iso.slice(0, 19).replace('T', ' ')} UTC`;
}

function notesOf(results: Results): string {
  const { file } = results;
  const notes = [
    ...(file ? [text.fromFile(visible(file.name), visible(file.sha256), file.entries)] : []),
    ...(file ? [...leftOutText(file.leftOut), harFileText.notKnown] : []),
    ...(results.openedAfterLoad ? [text.openedAfterLoad] : []),
    ...(results.mayMissFirstPage ? [text.mayMissFirstPage] : []),
    ...results.gaps.map(({ from, to }) => text.gap(moment(from), moment(to))),
    ...(results.trackersLoaded ? [] : [text.trackersNotLoaded]),
    text.noScreenshot,
  ];
  return `<div class="notes">${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('')}</div>`;
}

function expectedOf({ expected, pageViews }: Results): string {
  if (expected.length === 0) return `<p>${escapeHtml(text.noneExpected)}</p>`;
  const counts = VERDICTS.map((kind) => ({
    kind,
    count: expected.filter(({ verdict }) => verdict === kind).length,
  }));
  const summary = counts
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${verdictText[kind].toLowerCase()}`)
    .join(', ');
  const onViews = pageViews.map(
    ({ url, title, startedAt, expected: on }) =>
      `<h3>${shown(url || title || '')} <span class="muted">${escapeHtml(moment(startedAt))}</span></h3>\n${verdictsOf(on)}`,
  );
  return [`<p><strong>${escapeHtml(summary)}</strong></p>`, verdictsOf(expected), ...onViews].join(
    '\n',
  );
}

function verdictsOf(results: readonly Result[]): string {
  const { tracker, verdict, fired, findings } = text.columns;
  const rows = results.map((one) =>
    cells(
      `<strong>${shown(one.name ?? '')}</strong> ${one.trackerId}`,
      `<span class="verdict ${one.verdict}">${escapeHtml(verdictText[one.verdict])}</span>`,
      String(one.fired),
      findingsOf(one.findings),
    ),
  );
  return table([tracker, verdict, fired, findings], rows);
}

function requestsOf(requests: readonly ShownRequest[]): string {
  if (requests.length === 0) return `<p>${escapeHtml(text.noRequests)}</p>`;
  const { time, tracker, ended, findings } = text.columns;
  return table([time, tracker, ended, findings], requests.map(requestRow));
}

function requestRow(request: ShownRequest): string {
  const { trackerId, trackerName, outcome, status, error, frame } = request;
  const name = trackerName === null ? '' : `<strong>${shown(trackerName)}</strong> `;
  const hop = request.isRedirectHop ? ` <span class="muted">${text.redirectHop}</span>` : '';
  const why = error === null ? '' : ` <span class="muted">${shown(error)}</span>`;
  const parameters = Object.entries(request.parameters).map(
    ([key, value]) => `<dt>${shown(key)}</dt><dd>${shown(value)}</dd>`,
  );
  const where = frame === null ? '' : `<p class="muted">${text.frame} ${shown(frame)}</p>`;
  return cells(
    `<span class="time">${escapeHtml(moment(request.time))}</span>`,
    `${name}${trackerId ?? escapeHtml(text.noId)}${hop}<p class="address">${shown(request.url)}</p><dl>${parameters.join('')}</dl>${where}`,
    `${escapeHtml(outcomeText(outcome, status))}${why}`,
    findingsOf(request.findings),
  );
}

function findingsOf(findings: readonly ShownFinding[]): string {
  return findings
    .map(
      ({ severity, text: sentence, next }) =>
        `<p class="finding"><strong class="${severity}">${escapeHtml(severityText[severity])}</strong> ${shown(sentence)} <span class="muted">${escapeHtml(text.next)} ${shown(next)}</span></p>`,
    )
    .join('');
}

function table(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function cells(...contents: readonly string[]): string {
  return `<tr>${contents.map((content) => `<td>${content}</td>`).join('')}</tr>`;
}

import {
  type Result,
  type Results,
  ResultsSchema,
  type ShownFinding,
  type ShownRequest,
  type ShownView,
} from '../core/verification/results';
import { VERDICTS } from '../core/verification/verdict';
import { severityText } from '../text/findings';
import { notKnownText, utcMoment } from '../text/not-known';
import { prerenderedText } from '../text/prerendered';
import { proofText as text } from '../text/proof';
import { outcomeText, verdictText } from '../text/verification';
import { drivenText } from '../text/visits';
import { escapeHtml, shown, visible } from './escape';

/** What is seen of a proof, made of its results alone; `null` where these cannot be read. */
export function renderResults(results: string): string | null {
  const read = readResults(results);
  if (read === null) return null;
  return [
    '<main>',
    `<h1>${escapeHtml(text.title)}</h1>`,
    `<p>${escapeHtml(text.recorded(utcMoment(read.recordingSince), utcMoment(read.exportedAt)))}</p>`,
    notesOf(read),
    `<h2>${escapeHtml(text.expected)}</h2>`,
    expectedOf(read),
    `<h2>${escapeHtml(text.requests)}</h2>`,
    requestsOf(read),
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

function notesOf(results: Results): string {
  const { file } = results;
  const notes = [
    ...(file ? [text.fromFile(visible(file.name), visible(file.sha256), file.entries)] : []),
    ...drivenNotes(results),
    ...notKnownText(results),
    ...results.gaps.map(({ from, to }) => text.gap(utcMoment(from), utcMoment(to))),
    text.noScreenshot,
  ];
  return `<div class="notes">${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('')}</div>`;
}

function drivenNotes({ driven }: Results): readonly string[] {
  if (!driven) return [];
  const { answeredBy, notVisited } = driven;
  const how = answeredBy === 'sink' ? drivenText.bySink : drivenText.live;
  return notVisited > 0 ? [how, drivenText.notVisited(notVisited)] : [how];
}

/** First what the verdicts were asked on, then every other page. */
function expectedOf({ expected, judgedOn, pageViews }: Results): string {
  if (expected.length === 0) return `<p>${escapeHtml(text.noneExpected)}</p>`;
  const counts = VERDICTS.map((kind) => ({
    kind,
    count: expected.filter(({ verdict }) => verdict === kind).length,
  }));
  const summary = counts
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${verdictText[kind].toLowerCase()}`)
    .join(', ');
  const judged = pageViews.findIndex(({ id }) => id === judgedOn);
  const view = pageViews[judged];
  const others = pageViews.flatMap((one, index) =>
    index === judged ? [] : [headOf(one, index), verdictsOf(one.expected)],
  );
  return [
    view ? headOf(view, judged) : `<h3>${escapeHtml(text.onAll)}</h3>`,
    `<p><strong>${escapeHtml(summary)}</strong></p>`,
    verdictsOf(expected),
    ...others,
  ].join('\n');
}

function headOf({ url, title, startedAt }: ShownView, index: number): string {
  const name = url || title;
  const said = name ? shown(name) : escapeHtml(text.noAddress);
  return `<h3><span class="muted">${text.page(index + 1)}</span> ${said} <span class="muted">${escapeHtml(utcMoment(startedAt))}</span></h3>`;
}

function verdictsOf(results: readonly Result[]): string {
  const { tracker, verdict, fired, findings } = text.columns;
  const rows = results.map((one) => {
    const name = one.name === null ? '' : `<strong>${shown(one.name)}</strong> `;
    return cells(
      `${name}${one.trackerId}`,
      `<span class="verdict ${one.verdict}">${escapeHtml(verdictText[one.verdict])}</span>`,
      String(one.fired),
      findingsOf(one.findings),
    );
  });
  return table('verdicts', [tracker, verdict, fired, findings], rows);
}

function requestsOf({ requests, pageViews }: Results): string {
  if (requests.length === 0) return `<p>${escapeHtml(text.noRequests)}</p>`;
  const { time, tracker, ended, findings } = text.columns;
  const pages = new Map(pageViews.map(({ id }, index) => [id, text.page(index + 1)]));
  const rows = requests.map((one) => requestRow(one, pages.get(one.pageViewId ?? '') ?? null));
  return table('requests', [time, tracker, ended, findings], rows);
}

function requestRow(request: ShownRequest, page: string | null): string {
  const { trackerId, trackerName, outcome, status, error, frame } = request;
  const name = trackerName === null ? '' : `<strong>${shown(trackerName)}</strong> `;
  const hop = request.isRedirectHop ? ` <span class="muted">${text.redirectHop}</span>` : '';
  const ahead = request.prerendered
    ? ` <span class="muted">${escapeHtml(prerenderedText.mark)}</span>`
    : '';
  const why = error === null ? '' : ` <span class="muted">${shown(error)}</span>`;
  const parameters = request.parameters.map(
    ({ name: key, value }) => `<div><dt>${shown(key)}</dt> <dd>${shown(value)}</dd></div>`,
  );
  const places = [page ?? '', frame === null ? '' : `${text.frame} ${shown(frame)}`];
  const where = places.filter(Boolean).join(', ');
  return cells(
    `<span class="time">${escapeHtml(utcMoment(request.time))}</span>`,
    `${name}${trackerId ?? escapeHtml(text.noId)}${hop}${ahead}<p class="address">${shown(request.url)}</p><dl>${parameters.join('')}</dl>${where && `<p class="muted">${where}</p>`}`,
    `${escapeHtml(visible(outcomeText(outcome, status)))}${why}`,
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

function table(kind: string, heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  return `<table class="${kind}">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function cells(...contents: readonly string[]): string {
  return `<tr>${contents.map((content) => `<td>${content}</td>`).join('')}</tr>`;
}

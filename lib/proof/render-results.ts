import {
  type Result,
  type Results,
  ResultsSchema,
  type ShownRequest,
  type ShownView,
} from '../core/verification/results';
import { VERDICTS } from '../core/verification/verdict';
import { notKnownText, utcMoment } from '../text/export/not-known';
import { prerenderedText } from '../text/verification/requests/prerendered';
import { proofText as text } from '../text/export/proof';
import { rehearsedNote, rehearsedTimes } from '../text/verification/rehearsal';
import { noneHereText, runExportText, runNotes, visitedText } from '../text/export/run-export';
import { outcomeText, verdictText } from '../text/verification/verification';
import { timesText } from '../text/verification/verification-run';
import { drivenNotes } from '../text/visits/visits';
import { escapeHtml, shown, visible } from './escape';
import { readCountedPart } from '../core/report/proof/counted-part';
import { baselineOf } from './render-baseline';
import { countedOf } from './render-counted';
import { onPageOf } from './render-on-page';
import { picturesOf } from './render-pictures';
import { cells, findingsOf, notes, table } from './tables';

/**
 * What is seen of a proof, made of its results, its pictures and what reports counted alone; `null` where one of them
 * cannot be read, or the results tell of other pictures.
 */
export function renderResults(
  results: string,
  images: readonly string[] = [],
  counted: string | null = null,
): string | null {
  const read = readResults(results);
  const pictures = read && picturesOf(read, images);
  const part = counted === null ? null : readCountedPart(counted);
  if (read === null || pictures === null || (counted !== null && part === null)) return null;
  return [
    '<main>',
    `<h1>${read.name === undefined ? escapeHtml(text.title) : shown(read.name)}</h1>`,
    `<p>${escapeHtml(text.recorded(utcMoment(read.recordingSince), utcMoment(read.exportedAt)))}</p>`,
    ...(read.note?.split('\n') ?? []).map((line) => `<p>${shown(line)}</p>`),
    notesOf(read),
    `<h2>${escapeHtml(text.expected)}</h2>`,
    expectedOf(read),
    ...baselineOf(read),
    countedOf(part),
    `<h2>${escapeHtml(text.requests)}</h2>`,
    requestsOf(read),
    onPageOf(read),
    pictures,
    '</main>',
    `<footer><h2>${escapeHtml(text.how)}</h2><p>${escapeHtml(text.howText)}</p></footer>`,
  ].join('\n');
}

/** Results as they stand in a proof; `null` where they are none. */
export function readResults(json: string): Results | null {
  try {
    const value: unknown = JSON.parse(json);
    return ResultsSchema.safeParse(value).data ?? null;
  } catch {
    return null;
  }
}

function notesOf(results: Results): string {
  const { file, driven } = results;
  return notes([
    ...(file ? [text.fromFile(visible(file.name), visible(file.sha256), file.entries)] : []),
    ...(driven ? drivenNotes(driven) : []),
    ...rehearsedNotes(results),
    ...runNotes(results),
    ...notKnownText(results),
    ...results.gaps.map(({ from, to }) => text.gap(utcMoment(from), utcMoment(to))),
  ]);
}

function rehearsedNotes({ requests }: Results): readonly string[] {
  const count = requests.filter(({ outcome }) => outcome === 'rehearsed').length;
  return count > 0 ? [rehearsedNote(count)] : [];
}

/** First what the verdicts were asked on, then every other page. */
function expectedOf({ expected, judgedOn, pageViews, visited }: Results): string {
  if (expected.length === 0 && visited === undefined)
    return `<p>${escapeHtml(text.noneExpected)}</p>`;
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
    index === judged ? [] : [headOf(one, index), verdictsOn(one, one.expected)],
  );
  return [
    view ? headOf(view, judged) : `<h3>${escapeHtml(text.onAll)}</h3>`,
    ...(summary ? [`<p><strong>${escapeHtml(summary)}</strong></p>`] : []),
    view ? verdictsOn(view, expected) : verdictsOf(expected),
    ...others,
  ].join('\n');
}

function headOf({ url, title, startedAt }: ShownView, index: number): string {
  const name = url || title;
  const said = name ? shown(name) : escapeHtml(text.noAddress);
  return `<h3><span class="muted">${text.page(index + 1)}</span> ${said} <span class="muted">${escapeHtml(utcMoment(startedAt))}</span></h3>`;
}

/** The same on one page, with how its visit ended; of a page of a list on which nothing is expected, or can be said, that. */
function verdictsOn(view: ShownView, results: readonly Result[]): string {
  const visit = visitedText(view);
  if (visit === null) return verdictsOf(results);
  const said =
    results.length > 0 ? verdictsOf(results) : `<p>${escapeHtml(noneHereText(view))}</p>`;
  return `<p class="muted">${shown(visit)}</p>\n${said}`;
}

function verdictsOf(results: readonly Result[]): string {
  const { tracker, verdict, fired, findings } = text.columns;
  const rows = results.map((one) => {
    const name = one.name === null ? '' : `<strong>${shown(one.name)}</strong> `;
    return cells(
      `${name}${one.trackerId}`,
      `<span class="verdict ${one.verdict}">${escapeHtml(verdictText[one.verdict])}</span>`,
      `${one.fired}${one.times === undefined ? '' : escapeHtml(timesText.expected(one.times))}${rehearsedOf(one)}`,
      findingsOf(one.findings),
    );
  });
  return table('verdicts', [tracker, verdict, fired, findings], rows);
}

function rehearsedOf({ rehearsed }: Result): string {
  if (rehearsed === undefined) return '';
  return `<p class="muted">${escapeHtml(rehearsedTimes(rehearsed))}</p>`;
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
    ? ` <span class="muted">${escapeHtml(prerenderedMark(request.prerendered))}</span>`
    : '';
  const note =
    request.note === undefined
      ? ''
      : `<p><span class="muted">${escapeHtml(runExportText.noted)}</span> ${shown(request.note)}</p>`;
  const why = error === null ? '' : ` <span class="muted">${shown(error)}</span>`;
  const parameters = request.parameters.map(
    ({ name: key, value }) => `<div><dt>${shown(key)}</dt> <dd>${shown(value)}</dd></div>`,
  );
  const places = [page ?? '', frame === null ? '' : `${text.frame} ${shown(frame)}`];
  const where = places.filter(Boolean).join(', ');
  return cells(
    `<span class="time">${escapeHtml(utcMoment(request.time))}</span>`,
    `${name}${trackerId ?? escapeHtml(text.noId)}${hop}${ahead}<p class="address">${shown(request.url)}</p><dl>${parameters.join('')}</dl>${where && `<p class="muted">${where}</p>`}${note}`,
    `${escapeHtml(visible(outcomeText(outcome, status)))}${why}`,
    findingsOf(request.findings),
  );
}

function prerenderedMark(as: NonNullable<ShownRequest['prerendered']>): string {
  return as === 'shown'
    ? prerenderedText.mark
    : `${prerenderedText.mark}, ${runExportText.neverShown}`;
}

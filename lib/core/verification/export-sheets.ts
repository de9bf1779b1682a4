import type { PageView } from '../recording/page-views';
import type { WorkbookSheet } from '../table/table';
import { findingsSheet, requestsSheet } from './export-request-sheets';
import { type About, columnsOf, linesOf, nameOf, ROW_HEIGHT } from './export-words';
import type { JudgedRecording } from './recording';
import { sheetOf } from './sheet-rows';
import type { UnfiredTag } from './unfired';
import type { TrackerVerdict } from './verdict';

/**
 * The proof as a workbook: Summary, Per page, Requests, Findings, On the page. Times are dates in UTC, as Excel has
 * them: without a zone. It holds no header and no cookie, since none is ever kept.
 */
export function exportSheets(recording: JudgedRecording, about: About): readonly WorkbookSheet[] {
  return [
    summary(recording, about),
    perPage(recording, about),
    requestsSheet(recording, about),
    findingsSheet(recording, about),
    onPage(recording, about),
  ];
}

function verdictCells({ names }: JudgedRecording, { words, say }: About) {
  return {
    tracker: ({ trackerId }: TrackerVerdict) => trackerId,
    name: ({ trackerId }: TrackerVerdict) => names.get(trackerId) ?? null,
    verdict: ({ verdict }: TrackerVerdict) => words.verdicts[verdict],
    fired: ({ fired }: TrackerVerdict) => fired,
    expected: ({ times }: TrackerVerdict) => words.times(times),
    rehearsed: ({ rehearsed }: TrackerVerdict) => rehearsed ?? null,
    findings: (one: TrackerVerdict) => linesOf(one.findings, say),
  };
}

function summary(recording: JudgedRecording, about: About): WorkbookSheet {
  const { verification, pageViews, scope, verdicts } = recording;
  const { words, notes, at } = about;
  const { file, name: named } = verification;
  const judged = scope === 'all' ? null : pageViews.find(({ id }) => id === scope.pageViewId);
  return sheetOf({
    name: words.sheets.summary,
    columns: columnsOf(words, verdictCells(recording, about)),
    rows: verdicts,
    top: [
      [words.title],
      ...(named === undefined ? [] : [[words.verification, named]]),
      ...(verification.note === undefined ? [] : [[words.personsNote, verification.note]]),
      [words.recorded, { moment: file?.recordedAt ?? verification.startedAt }],
      [words.exported, { moment: at }],
      ...(file ? [[words.file, file.name, `SHA-256 ${file.digest}`]] : []),
      [words.judgedOn, judged ? nameOf(judged) : words.onAll],
      ...notes.map((note) => [words.note, note]),
      ...(verdicts.length === 0 ? [[words.noneExpected]] : []),
      [],
    ],
    words,
  });
}

function perPage(recording: JudgedRecording, about: About): WorkbookSheet {
  const { findings: remarks, ...verdictOf } = verdictCells(recording, about);
  const { tracker, name, verdict, fired, expected, rehearsed } = verdictOf;
  const { words } = about;
  interface Row {
    readonly view: PageView;
    readonly page: number;
    /** `null` where nothing is said of any tracker there. */
    readonly one: TrackerVerdict | null;
  }
  function* rows(): Iterable<Row> {
    for (const [index, view] of recording.pageViews.entries()) {
      const all = recording.verdictsOn(view);
      for (const one of all) yield { view, page: index + 1, one };
      if (all.length === 0 && view.visit) yield { view, page: index + 1, one: null };
    }
  }
  return sheetOf<Row>({
    name: words.sheets.perPage,
    columns: columnsOf<Row>(words, {
      page: ({ page }) => page,
      pageAddress: ({ view }) => nameOf(view),
      began: ({ view }) => ({ moment: view.startedAt }),
      tracker: ({ one }) => one && tracker(one),
      name: ({ one }) => one && name(one),
      verdict: ({ one }) => one && verdict(one),
      fired: ({ one }) => one && fired(one),
      expected: ({ one }) => one && expected(one),
      rehearsed: ({ one }) => one && rehearsed(one),
      findings: ({ one }) => one && remarks(one),
      visit: ({ view: { visit } }) => (visit ? words.visited(visit) : null),
    }),
    rows: rows(),
    fixedColumns: 1,
    words,
  });
}

function onPage({ names }: JudgedRecording, { words, say, page }: About): WorkbookSheet {
  return sheetOf<UnfiredTag>({
    name: words.sheets.onPage,
    columns: columnsOf<UnfiredTag>(words, {
      tracker: ({ trackerId }) => trackerId,
      name: ({ trackerId }) => (trackerId === null ? null : (names.get(trackerId) ?? null)),
      severity: ({ reason }) => words.severities[reason.severity],
      finding: ({ reason }) => say(reason).sentence,
      next: ({ reason }) => say(reason).next,
      where: ({ path }) => path,
      frame: ({ frameUrl }) => frameUrl,
      count: ({ count }) => count,
      code: ({ reason }) => reason.code,
      address: ({ address }) => address,
    }),
    rows: page?.tags ?? [],
    top:
      page === null
        ? [[words.nobodyLooked], []]
        : [
            [words.address, page.url],
            [words.lookedAt, { moment: page.readAt }],
            ...words.onPage(page).map((sentence) => [words.note, sentence]),
            [],
          ],
    rowHeight: ROW_HEIGHT,
    words,
  });
}

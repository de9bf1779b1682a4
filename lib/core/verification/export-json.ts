import { parametersOf } from '../pixel/pixel-url';
import type { Visit } from '../recording/visit';
import { jsonWithoutSignIns } from '../recording/without-sign-ins';
import type { CheckedRequest } from './checked-request';
import { type RunCounts, standOf } from './page-run';
import type { ToldPictures } from './pictures';
import { prerenderedAs } from './prerendered-as';
import { isoTime, type JudgedRecording, type SayOf } from './recording';
import { differenceOf, runOf } from './since-baseline';
import { heldAgainst } from './repeat';
import { ONCE } from './expectation';
import type { JudgedPage } from './unfired';
import type { TrackerVerdict } from './verdict';

/** What there was to record and is not known. */
export interface NotKnown {
  readonly openedAfterLoad: boolean;
  readonly mayMissFirstPage: boolean;
  /** Until when what was recorded was deleted by hand; `null` where nothing was. */
  readonly clearedAt: string | null;
  /** Rows of the recording that are kept and cannot be read. */
  readonly unreadable: number;
  /** Without any, whether an id is a tracker's could not be checked. */
  readonly trackersLoaded: boolean;
  /** Only where it is full: since when requests are seen and not kept, and how many these were at least. */
  readonly notKept?: { readonly since: string; readonly count: number };
  /** Only where the pages of a list were visited. */
  readonly visited?: RunCounts;
}

/** What of a recording is not known, as it is exported. */
export function notKnownOf(recording: JudgedRecording): NotKnown {
  const { verification, pageViews, unreadable, trackersLoaded } = recording;
  const { openedAfterLoad, mayMissFirstPage, clearedAt, visited, notKept } = verification;
  return {
    openedAfterLoad,
    mayMissFirstPage: mayMissFirstPage === true,
    clearedAt: clearedAt === null ? null : isoTime(clearedAt),
    unreadable,
    trackersLoaded,
    ...(notKept && { notKept: { since: isoTime(notKept.since), count: notKept.count } }),
    ...(visited && { visited: standOf(visited, pageViews).counts }),
  };
}

function visitOf(visit: Visit, { visited }: JudgedRecording['verification']) {
  const { page, end, detail, status, sight } = visit;
  return { page: page + 1, asked: visited?.pages[page]?.url ?? null, end, detail, status, sight };
}

/**
 * The proof as JSON, for a colleague or a tool: verdicts, on each page view too, and every request with
 * decoded parameters and findings; and what was found on a page that was looked at and did not fire. `pictures`
 * tells of the screenshots of a proof. It holds no header and no cookie, since none is ever kept.
 */
export function exportJson(
  recording: JudgedRecording,
  say: SayOf,
  at: number,
  page: JudgedPage | null = null,
  pictures: ToldPictures | null = null,
): string {
  const { verification, pageViews, requests, scope, verdicts, names } = recording;
  const remark = (finding: CheckedRequest['findings'][number]) => {
    const { code, severity, values } = finding;
    const { sentence, next } = say(finding);
    return { code, severity, values, text: sentence, next };
  };
  const said = ({ trackerId, verdict, fired, rehearsed, times, findings }: TrackerVerdict) => ({
    trackerId,
    name: names.get(trackerId) ?? null,
    verdict,
    fired,
    // Only where it is not once on each page view.
    ...(times !== ONCE && { times }),
    ...(rehearsed !== undefined && { rehearsed }),
    findings: findings.map(remark),
  });
  const { file } = verification;
  const noted = new Map((verification.notedRequests ?? []).map(({ key, note }) => [key, note]));
  const document = {
    format: 'piggyback-verification',
    version: 1,
    ...aboutRun(recording),
    exportedAt: isoTime(at),
    recordingSince: isoTime(file?.recordedAt ?? verification.startedAt),
    // `null` where it was recorded in the browser.
    file: file
      ? {
          name: file.name,
          sha256: file.digest,
          readAt: isoTime(verification.startedAt),
          entries: file.entries,
          leftOut: file.leftOut,
        }
      : null,
    // Only where a program had the pages visited.
    ...(verification.driven && { driven: verification.driven }),
    ...notKnownOf(recording),
    gaps: (verification.gaps ?? []).map(({ from, to }) => ({
      from: isoTime(from),
      to: isoTime(to),
    })),
    // `null` where the verdicts are about all page views together.
    judgedOn: scope === 'all' ? null : scope.pageViewId,
    expected: verdicts.map(said),
    pageViews: pageViews.map((view) => ({
      id: view.id,
      // Empty where a file tells the title alone.
      url: view.url,
      title: view.title ?? null,
      startedAt: isoTime(view.startedAt),
      isMove: view.isMove === true,
      ...(view.prerenderedAt !== undefined && { prerenderedAt: isoTime(view.prerenderedAt) }),
      // Only where it was a visit of a page of a list, which may have led elsewhere.
      ...(view.visit && { visit: visitOf(view.visit, verification) }),
      expected: recording.verdictsOn(view).map(said),
    })),
    requests: requests.map((row) => ({
      time: isoTime(row.request.startedAt),
      pageViewId: row.pageView?.id ?? null,
      page: row.pageView?.url ?? null,
      frame: row.request.frameUrl,
      trackerId: row.trackerId,
      trackerName: row.tracker?.name ?? null,
      url: row.request.url.raw,
      // Each as often as it was sent: of a name that is there twice the first counts.
      parameters: parametersOf(row.request.url),
      method: row.request.method,
      loader: row.request.loader,
      status: row.request.status,
      outcome: row.request.outcome,
      error: row.request.error,
      fromCache: row.request.fromCache,
      durationMs: row.request.duration,
      redirectUrl: row.request.redirectUrl,
      isRedirectHop: row.isRedirectHop,
      ...prerenderedIn(row),
      findings: row.findings.map(remark),
      ...notedOf(noted.get(row.request.key)),
    })),
    // `null` where nobody looked for tags on the page.
    onPage: page && {
      url: page.url,
      lookedAt: isoTime(page.readAt),
      found: page.found,
      isAllRecorded: page.isAllRecorded,
      closedFrames: page.closedFrames,
      isCut: page.isCut,
      failures: page.failures,
      replaced: page.replaced,
      notFired: page.tags.map((tag) => ({
        trackerId: tag.trackerId,
        trackerName: tag.trackerId === null ? null : (names.get(tag.trackerId) ?? null),
        url: tag.address,
        frame: tag.frameUrl,
        path: tag.path,
        count: tag.count,
        reason: remark(tag.reason),
      })),
    },
    ...(pictures && { pictures }),
  };
  return `${JSON.stringify(document, jsonWithoutSignIns, 2)}\n`;
}

function notedOf(note: string | undefined): { readonly note?: string } {
  return note === undefined ? {} : { note };
}

/** What a person calls a verification and wrote on it, until when it recorded, and what is other than accepted. */
function aboutRun(recording: JudgedRecording) {
  const { name, note, repeats } = recording.verification;
  return {
    ...(name !== undefined && { name }),
    ...(note !== undefined && { note }),
    ...(repeats !== undefined && { repeats }),
    ...runStandOf(recording),
  };
}

/** Until when a run recorded, and what is other than its baseline, as it is exported. */
export function runStandOf(recording: JudgedRecording) {
  const { stoppedAt } = recording.verification;
  const baseline = heldAgainst(recording.verification);
  const difference = baseline && differenceOf(baseline, runOf(recording));
  return {
    ...(stoppedAt !== undefined && { stoppedAt: isoTime(stoppedAt) }),
    ...(baseline &&
      difference && {
        baseline: {
          recordingSince: isoTime(baseline.startedAt),
          acceptedAt: isoTime(baseline.acceptedAt),
          changes: difference.changes,
          notVisited: difference.notVisited,
        },
      }),
  };
}

function prerenderedIn(row: CheckedRequest) {
  const prerendered = prerenderedAs(row);
  return prerendered === null ? {} : { prerendered };
}

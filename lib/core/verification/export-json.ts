import { parametersOf } from '../pixel/pixel-url';
import type { CheckedRequest } from './checked-request';
import { isoTime, type JudgedRecording, type SayOf } from './recording';
import type { TrackerVerdict } from './verdict';

/**
 * The proof as JSON, for a colleague or a tool: verdicts, on each page view too, and every request with
 * decoded parameters and findings. It holds no header and no cookie, since none is ever kept.
 */
export function exportJson(recording: JudgedRecording, say: SayOf, at: number): string {
  const { verification, pageViews, requests, scope, verdicts, names } = recording;
  const remark = (finding: CheckedRequest['findings'][number]) => {
    const { code, severity, values } = finding;
    const { sentence, next } = say(finding);
    return { code, severity, values, text: sentence, next };
  };
  const said = ({ trackerId, verdict, fired, findings }: TrackerVerdict) => ({
    trackerId,
    name: names.get(trackerId) ?? null,
    verdict,
    fired,
    findings: findings.map(remark),
  });
  const { file } = verification;
  const document = {
    format: 'piggyback-verification',
    version: 1,
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
    openedAfterLoad: verification.openedAfterLoad,
    mayMissFirstPage: verification.mayMissFirstPage === true,
    gaps: (verification.gaps ?? []).map(({ from, to }) => ({
      from: isoTime(from),
      to: isoTime(to),
    })),
    trackersLoaded: recording.trackersLoaded,
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
      parameters: Object.fromEntries(
        parametersOf(row.request.url).map(({ name, value }) => [name, value]),
      ),
      method: row.request.method,
      loader: row.request.loader,
      status: row.request.status,
      outcome: row.request.outcome,
      error: row.request.error,
      fromCache: row.request.fromCache,
      durationMs: row.request.duration,
      redirectUrl: row.request.redirectUrl,
      isRedirectHop: row.isRedirectHop,
      findings: row.findings.map(remark),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

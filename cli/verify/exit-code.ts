import type { LeftOut } from '@/lib/core/recording/har-file';
import type { JudgedRecording } from '@/lib/core/verification/recording';

import type { JudgedRun } from './judge-visits';

type Judged = Pick<JudgedRecording, 'requests' | 'verdicts' | 'verification'>;

/**
 * How the command ends, by the worst that was found: 0 pass or notes, 1 warnings, 2 errors, or an expected tracker
 * that fails or was not seen. Where some of the file was not read, nobody knows that all is well: 1 at least.
 */
export function exitCodeOf({ requests, verdicts, verification }: Judged): 0 | 1 | 2 {
  const severities = new Set(requests.flatMap(({ findings }) => findings.map((it) => it.severity)));
  const said = new Set(verdicts.map(({ verdict }) => verdict));
  if (severities.has('error') || said.has('fail') || said.has('not-seen')) return 2;
  const isPartly = isReadPartly(verification.file?.leftOut);
  return isPartly || said.has('not-known') || severities.has('warning') || said.has('warning')
    ? 1
    : 0;
}

function isReadPartly(leftOut: LeftOut | undefined): boolean {
  return leftOut !== undefined && leftOut.entries + leftOut.unreadable + leftOut.requests > 0;
}

/** The same of a run over pages: each page counts by itself, and one that was not visited is as an error. */
export function exitCodeOfRun({ judged, pages }: JudgedRun): 0 | 1 | 2 {
  if (pages.some(({ outcome }) => outcome.state === 'not-visited')) return 2;
  return exitCodeOf({ ...judged, verdicts: pages.flatMap(({ verdicts }) => verdicts) });
}

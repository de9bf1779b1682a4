import type { JudgedRecording } from '@/lib/core/verification/recording';

type Judged = Pick<JudgedRecording, 'requests' | 'verdicts'>;

/**
 * How the command ends, by the worst that was found: 0 pass or notes, 1 warnings, 2 errors, or an expected tracker
 * that fails or was not seen.
 */
export function exitCodeOf({ requests, verdicts }: Judged): 0 | 1 | 2 {
  const severities = new Set(requests.flatMap(({ findings }) => findings.map((it) => it.severity)));
  const said = new Set(verdicts.map(({ verdict }) => verdict));
  if (severities.has('error') || said.has('fail') || said.has('not-seen')) return 2;
  return severities.has('warning') || said.has('warning') ? 1 : 0;
}

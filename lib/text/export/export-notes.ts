import { notKnownOf, runStandOf } from '../../core/verification/export-json';
import { isoTime, type JudgedRecording } from '../../core/verification/recording';
import { notKnownText, utcMoment } from './not-known';
import { proofText } from './proof';
import { rehearsedNote } from '../verification/rehearsal';
import { runNotes } from './run-export';
import { drivenNotes } from '../visits/visits';

/** What a reader of a sheet has to know of a recording, a sentence each. */
export function exportNotes(recording: JudgedRecording): readonly string[] {
  const { driven, file } = recording.verification;
  const rehearsed = recording.requests.filter(
    ({ request }) => request.outcome === 'rehearsed',
  ).length;
  return [
    ...(driven ? drivenNotes(driven) : []),
    ...(rehearsed > 0 ? [rehearsedNote(rehearsed)] : []),
    ...notKnownText({ ...notKnownOf(recording), file }),
  ];
}

/** The same with the times in which nobody recorded, for a sheet that has no lines for these. */
export function summaryNotes(recording: JudgedRecording): readonly string[] {
  const gaps = recording.verification.gaps ?? [];
  const moment = (at: number) => utcMoment(isoTime(at));
  return [
    ...exportNotes(recording),
    ...runNotes(runStandOf(recording)),
    ...gaps.map(({ from, to }) => proofText.gap(moment(from), moment(to))),
  ];
}

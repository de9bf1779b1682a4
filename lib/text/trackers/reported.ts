import { plural } from '../ui';
import { countText, periodText, spanText } from '../reports/periods';
import type { Reported } from '../../core/verification/passport/reported';

/** Words of what kept reports counted, in a passport. */
export const reportedText = {
  field: 'Reported',
  reading: 'Reading the reports…',
  none: 'No kept report tells of it.',
  failed: 'The kept reports could not be read.',
  open: 'Open the report',
};

/** What a report counted, in a sentence: of whom, on which days, and since when. */
export function reportedSentence(one: Reported): string {
  const { impressions, unknown, by, from, trackerIds, timeZone } = one;
  const whose =
    trackerIds.length === 1
      ? ''
      : ` It is of one of these, which reports do not tell apart: ${trackerIds.slice(0, NAMED).join(', ')}${trackerIds.length > NAMED ? `, and ${trackerIds.length - NAMED} more` : ''}.`;
  const count =
    impressions === null ? countText(null) : plural(impressions, 'impression', 'impressions');
  const rest = unknown === 0 ? '' : `; ${plural(unknown, by, `${by}s`)} not known`;
  const since =
    from === null ? '' : ` The first${unknown === 0 ? '' : ' known'} on ${periodText(from)}.`;
  return `Counted by Monetize: ${count}, ${spanText(one)} (${timeZone})${rest}.${since}${whose}`;
}

const NAMED = 10;

import type { Cause, CauseReading, Explanation, Standing } from '../../core/report/cause';
import { cachebuster, firedTwice, protection } from './cause-counts';
import { badDay, differentDays, inactive, lateData, timeZone } from './cause-days';
import { percent, type CauseWords } from './cause-figures';

/** Words of the detective: why Monetize and the ad server counted differently. */
export const causesText = {
  title: 'Why they may differ',
  cause: {
    'late-data': 'Late data',
    'time-zone': 'Time zones',
    'different-days': 'Another start or end',
    'inactive-meanwhile': 'Inactive meanwhile',
    'fired-twice': 'Fired twice',
    cachebuster: 'Cachebuster',
    'bad-day': 'One bad day',
    'tracking-protection': 'Tracking protection',
  } satisfies Record<Cause, string>,
  standing: {
    explains: 'Explains it',
    'explains-part': 'Explains a part',
    'not-ruled-out': 'Not ruled out',
    'ruled-out': 'Ruled out',
    'cannot-tell': 'Cannot tell',
  } satisfies Record<Standing, string>,
  /** What is left of the difference, beyond what chance makes. */
  left: (share: number) =>
    `${percent(share)} of the difference is left once it is taken into account.`,
  /** How sure it is, in words: it is a level and no probability. */
  sure: (level: number) =>
    level >= 0.9
      ? 'The figures show it, and what is known besides says the same.'
      : level >= 0.7
        ? 'The figures show it; nothing else is known that says so.'
        : 'The figures allow it; other causes may look the same.',
};

/** What came of it, in a sentence. */
export function explanationText({ outcome, found, parts }: Explanation): string {
  const names = parts.map((cause) => causesText.cause[cause].toLowerCase()).join(', ');
  if (outcome === 'few') return 'Fewer than 1,000 impressions are too few to judge.';
  if (outcome === 'flat') return 'There is no difference to explain.';
  if (outcome === 'found' && found !== null)
    return parts.length === 0
      ? `Found: ${causesText.cause[found].toLowerCase()}. What was not claimed may be a cause as well, unless it is ruled out.`
      : `Found together: ${names}. What was not claimed may be a cause as well, unless it is ruled out.`;
  if (parts.length > 0) return `In part: ${names}. For the rest no cause was found.`;
  return 'Cannot tell: none of the causes that are known here explains it.';
}

/** The same in a few words, for a table. */
export function explanationShort(explanation: Explanation | null): string {
  if (explanation === null) return 'not looked for';
  const { outcome, found, parts } = explanation;
  const names = (parts.length > 0 ? parts : found === null ? [] : [found])
    .map((cause, at) =>
      at === 0 ? causesText.cause[cause] : causesText.cause[cause].toLowerCase(),
    )
    .join(', ');
  if (outcome === 'few') return 'too few to judge';
  if (outcome === 'flat') return 'nothing to explain';
  if (outcome === 'found') return names;
  return names === '' ? 'cannot tell' : `In part: ${names.toLowerCase()}`;
}

/** A reading with its figures, and what to do next; `next` is empty where there is nothing to do. */
export function causeText(reading: CauseReading): CauseWords {
  const { standing, evidence } = reading;
  if (standing === 'not-ruled-out' && Object.keys(evidence).length === 0)
    return { sentence: 'The figures do not rule it out.', next: '' };
  const words = wordsOf(reading);
  return standing === 'ruled-out' ? { ...words, next: '' } : words;
}

function wordsOf(reading: CauseReading): CauseWords {
  const is = reading.standing;
  switch (reading.cause) {
    case 'late-data':
      return lateData(reading.evidence, is);
    case 'time-zone':
      return timeZone(reading.evidence, is);
    case 'different-days':
      return differentDays(reading.evidence, is);
    case 'inactive-meanwhile':
      return inactive(reading.evidence, is);
    case 'fired-twice':
      return firedTwice(reading.evidence, is);
    case 'cachebuster':
      return cachebuster(reading.evidence, is);
    case 'bad-day':
      return badDay(reading.evidence, is);
    case 'tracking-protection':
      return protection(reading.evidence, is);
  }
}

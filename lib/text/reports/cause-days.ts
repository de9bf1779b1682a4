import type { Standing } from '../../core/report/cause';
import type { Evidence } from '../../core/report/evidence';
import { formatCount, plural } from '../ui';
import {
  daysOf,
  hoursLater,
  hoursOf,
  isClaimed,
  percent,
  sideText,
  type CauseWords,
} from './cause-figures';

export function lateData({ days = [], missing }: Evidence['late-data'], is: Standing): CauseWords {
  const next = 'Ask for the report again in some hours, or end it a day earlier.';
  if (missing !== undefined)
    return {
      sentence: `Monetize had not counted ${daysOf(days)} whole when the report was made: about ${formatCount(missing)} are missing there.`,
      next,
    };
  if (is === 'ruled-out')
    return { sentence: 'No day is counted low because the report was made too early.', next: '' };
  if (is === 'cannot-tell')
    return { sentence: 'The report does not tell up to when Monetize had counted.', next };
  return {
    sentence: 'The last days may not have been counted whole; the figures do not tell.',
    next,
  };
}

export function timeZone(evidence: Evidence['time-zone'], is: Standing): CauseWords {
  const { hours, hoursThen, changedOn, share, most, before, after, zoneHours } = evidence;
  const next = 'Ask both sides for the same days in UTC, by the hour where that can be had.';
  const shape =
    before === undefined || after === undefined
      ? ''
      : ` Differences of the shape fall from ${percent(before)} to ${percent(after)}.`;
  const named = zoneHours === undefined ? '' : ` ${zonesApart(evidence)}`;
  if (hours !== undefined) {
    const changed =
      hoursThen === undefined
        ? ''
        : `, and ${hoursLater(hoursThen)} from about ${changedOn} on, as where clocks change`;
    return {
      sentence: `The same impressions stand ${hoursLater(hours)} at Monetize${changed}.${shape}${named}`,
      next,
    };
  }
  if (share !== undefined)
    return {
      sentence: `About ${percent(Math.abs(share))} of each day stands on the day ${share > 0 ? 'after' : 'before'} at Monetize.${shape} How many hours that are, figures by the day do not tell.${named}`,
      next,
    };
  if (is === 'ruled-out')
    return {
      sentence:
        most === undefined
          ? `The hours of both sides are alike as they stand.${named}`
          : `No more than ${percent(most)} of a day can stand on another one.${named}`,
      next: '',
    };
  const why =
    isClaimed(is) || is === 'not-ruled-out'
      ? 'The figures neither show a shift nor rule one out.'
      : 'Days that are too alike, or too few, do not tell whether they were shifted.';
  return { sentence: `${why}${named}`, next };
}

export function differentDays(evidence: Evidence['different-days'], is: Standing): CauseWords {
  const { start, startMissing, startDay, end, endMissing, endDay } = evidence;
  const parts = [
    start === undefined || startMissing === undefined
      ? []
      : [
          `${sideText(startMissing)} counted none, or hardly any, on the first ${plural(start, 'day', 'days')}, and more from ${startDay} on.`,
        ],
    end === undefined || endMissing === undefined
      ? []
      : [
          `${sideText(endMissing)} counted none, or hardly any, on the last ${plural(end, 'day', 'days')}, and more until ${endDay}.`,
        ],
  ].flat();
  if (parts.length > 0)
    return {
      sentence: parts.join(' '),
      next: 'Compare the days that both counted, and look up when the tag was put in and taken out.',
    };
  return is === 'ruled-out'
    ? { sentence: 'Both begin and end on the same days.', next: '' }
    : {
        sentence: 'There is no day that both sides know.',
        next: 'Choose reports of the same days.',
      };
}

export function inactive(evidence: Evidence['inactive-meanwhile'], is: Standing): CauseWords {
  const { days = [], by } = evidence;
  if (isClaimed(is) || by !== undefined)
    return {
      sentence: `Monetize counted none, or less, on ${daysOf(days)}: ${by === 'switched' ? 'the tracker was inactive then, as is noted here.' : 'that fits the last change of the tracker. What was changed then is not known.'}`,
      next: 'Activate the tracker where it should count. What it missed is not counted later.',
    };
  if (is === 'ruled-out')
    return { sentence: 'Monetize counted some on every day on which it should have.', next: '' };
  if (days.length > 0)
    return {
      sentence: `Monetize counted none, or less, on ${daysOf(days)}. Nothing that is noted here says that the tracker was inactive then.`,
      next: 'Ask who could have switched it; the service tells the last change alone.',
    };
  return {
    sentence: 'There is no day that both sides know.',
    next: 'Choose reports of the same days.',
  };
}

export function badDay(evidence: Evidence['bad-day'], is: Standing): CauseWords {
  const { day, counted, thirdParty, usual } = evidence;
  if (day !== undefined && counted !== undefined && thirdParty !== undefined && usual !== undefined)
    return {
      sentence: `On ${day} alone Monetize counted ${formatCount(counted)} of ${formatCount(thirdParty)}; on other days ${percent(usual)}.`,
      next: 'Look up what was changed on that day, on the page and in the ad server.',
    };
  if (is === 'ruled-out') return { sentence: 'No day stands out.', next: '' };
  if (is === 'cannot-tell')
    return { sentence: 'There are too few days.', next: 'Ask for more days.' };
  return { sentence: 'It is not one day alone.', next: 'Look at the days that differ most.' };
}

function zonesApart({ zoneHours = 0, zoneHoursLast }: Evidence['time-zone']): string {
  if (zoneHoursLast !== undefined)
    return `By their names the zones are ${hoursOf(zoneHours)} apart on the first day and ${hoursOf(zoneHoursLast)} on the last.`;
  return zoneHours === 0
    ? 'By their names both zones have the same time.'
    : `By their names the zones are ${hoursOf(zoneHours)} apart.`;
}

import type { Standing } from '../../core/report/cause';
import type { Evidence } from '../../core/report/evidence';
import { plural } from '../ui';
import { isClaimed, percent, times, type CauseWords } from './cause-figures';

const BROKEN = {
  constant: 'with a cachebuster that never changes',
  missing: 'without a cachebuster',
  unexpanded: 'with its macro not replaced',
};

export function firedTwice(evidence: Evidence['fired-twice'], is: Standing): CauseWords {
  const { ratio, first, last, firings, views } = evidence;
  const seen =
    firings === undefined || views === undefined
      ? 'No verification here looked at how often it fires.'
      : `Verifications saw it fire ${plural(firings, 'time', 'times')} on ${plural(views, 'page view', 'page views')}.`;
  const next = 'Verify the page and look for a second tag, or one that was put in twice.';
  if (isClaimed(is) && ratio !== undefined) {
    const when = first === undefined || last === undefined ? '' : ` from ${first} to ${last}`;
    return {
      sentence: `Monetize counted ${times(ratio)} as many as the ad server${when}. ${seen}`,
      next,
    };
  }
  if (is === 'cannot-tell') return { sentence: `There are too few days. ${seen}`, next };
  const counted =
    ratio === undefined ? '' : `Monetize counted ${times(ratio)} as many as the ad server. `;
  return { sentence: `${counted}${seen}`, next };
}

export function cachebuster(evidence: Evidence['cachebuster'], is: Standing): CauseWords {
  const { change, tag, seen } = evidence;
  const known = [
    tag === undefined ? [] : [`The sheet has the tag ${BROKEN[tag]}.`],
    seen === undefined ? [] : [`A verification saw it ${BROKEN[seen]}.`],
  ].flat();
  const falls =
    change === undefined
      ? []
      : [`Where the ad server counts twice as many, the ratio is ${percent(-change)} lower.`];
  const next = 'Put the tag in with the ad server’s own macro, and verify that it changes.';
  if (isClaimed(is)) return { sentence: [...known, ...falls].join(' '), next };
  if (is === 'ruled-out')
    return { sentence: 'Verifications saw a cachebuster that changes.', next: '' };
  if (known.length > 0)
    return {
      sentence: [...known, 'The figures do not show that less is counted by that.'].join(' '),
      next,
    };
  if (falls.length > 0)
    return {
      sentence: [...falls, 'How the tag writes its cachebuster is not known to be wrong.'].join(
        ' ',
      ),
      next,
    };
  return { sentence: 'No verification saw its cachebuster, and the figures do not tell.', next };
}

export function protection(evidence: Evidence['tracking-protection'], is: Standing): CauseWords {
  const { share, most, stopped = 0 } = evidence;
  const seen =
    stopped === 0
      ? ''
      : ` In recordings of these days a browser’s tracking protection stopped it ${stopped === 1 ? 'once' : `${stopped.toLocaleString('en')} times`}.`;
  const next =
    'Nothing to repair: browsers that block adnxs.com are counted by the ad server alone.';
  if (is === 'ruled-out')
    return {
      sentence: 'Monetize did not count less; who is blocked would be missing there.',
      next: '',
    };
  if (share === undefined || most === undefined)
    return { sentence: 'How many visitors block the tracker is not known.', next: '' };
  if (isClaimed(is))
    return {
      sentence: `A steady ${percent(share)} is missing at Monetize. How many visitors block it was not measured; up to ${percent(most)} is taken for possible.${seen}`,
      next,
    };
  return share > most
    ? {
        sentence: `${percent(share)} is missing at Monetize; more than the ${percent(most)} of visitors that are taken to block it at most. How many do was not measured.${seen}`,
        next: '',
      }
    : {
        sentence: `${percent(Math.max(0, share))} is missing at Monetize, but not steadily, or too little to tell.`,
        next: '',
      };
}

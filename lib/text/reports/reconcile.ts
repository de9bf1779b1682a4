import type { Agreement, Compared } from '../../core/report/reconciled';
import type { MatchWay, PlacementMatch } from '../../core/report/reconcile/match';
import { formatCount, plural } from '../ui';
import { percentDigits } from './periods';

export const agreementText: Readonly<Record<Agreement, string>> = {
  agrees: 'agrees',
  over: 'over the threshold',
  few: 'too few to judge',
  unknown: 'not known',
};

/** By what a placement was matched. */
export const matchWayText: Readonly<Record<MatchWay, string>> = {
  hand: 'chosen by hand',
  'sheet-id': 'by its id in the tag sheet',
  'sheet-name': 'by its name in the tag sheet',
  'tracker-id': 'by the tracker’s id in its name',
  name: 'by the tracker’s name',
};

/** Why a placement has no tracker, and what to do. */
export function unmatchedText(match: Exclude<PlacementMatch, { readonly kind: 'matched' }>): {
  readonly sentence: string;
  readonly next: string;
} {
  switch (match.kind) {
    case 'several':
      return {
        sentence: `${plural(match.candidates.length, 'tracker', 'trackers')} could be this placement’s.`,
        next: 'Choose the one that its tag is of.',
      };
    case 'nothing':
      return {
        sentence: 'Nothing says which tracker this placement has.',
        next: 'Choose it, or drop the tag sheet that was sent to the ad server.',
      };
    case 'set-aside':
      return {
        sentence: 'Set aside: this placement has none of these trackers.',
        next: 'Choose one if it has.',
      };
  }
}

/** How Microsoft defines the per cent. */
export const FORMULA = '(1 − Monetize ÷ ad server) × 100';

/** Two counts and what lies between; what is not known is said so and is no zero. */
export function comparedText({ counted, thirdParty, percent }: Compared): string {
  const side = (count: number | null) => (count === null ? 'not known' : formatCount(count));
  const told = percent === null ? '' : `, ${formatPercent(percent)}`;
  return `Monetize ${side(counted)}, ad server ${side(thirdParty)}${told}`;
}

/** Per cent as `percentDigits` has it; the sign says which side counted more: − is Monetize. */
export function formatPercent(percent: number): string {
  const digits = percentDigits(percent);
  const text = Math.abs(percent).toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${percent < 0 && text !== '0.0' ? '−' : ''}${text} %`;
}

import { checkText, repairText } from '@/lib/core/tag/check-text';

import { NASTY_PIECES, nastyTexts } from '../unit/tag/nasty-pieces';
import { ANYWHERE } from '../unit/tag/places';
import { leastOfBoth } from './measure.ts';
import type { Row } from './row.ts';

type Work = (text: string) => unknown;
interface Growth {
  readonly piece: string;
  readonly text: string;
  readonly half: string;
  /** Milliseconds for the whole and for the half. */
  readonly one: number;
  readonly other: number;
}

const LENGTH = 100_000;
const LIMIT = 2.6;
const SUSPECTS = 6;

/** The text that grows worst from 50 kB to 100 kB, when it is checked and when it is repaired. */
export function benchNastyTexts(): readonly Row[] {
  return [
    worstGrowth('checkText', (text) => checkText(text, ANYWHERE)),
    worstGrowth('repairText', (text) => repairText(text, ANYWHERE)),
  ];
}

// All are timed in short; those that seem to grow most once more, with patience.
function worstGrowth(name: string, work: Work): Row {
  const all = NASTY_PIECES.flatMap((piece) => {
    const halves = nastyTexts(piece, LENGTH / 2);
    return nastyTexts(piece, LENGTH).map((text, index) =>
      time({ piece, text, half: halves[index] ?? '' }, work, 3),
    );
  });
  const suspects = all.toSorted(byGrowth).slice(0, SUSPECTS);
  const [worst] = suspects.map((growth) => time(growth, work, 15)).toSorted(byGrowth);
  const shown = (worst?.text ?? '').slice(0, 60).replaceAll('|', '\\|');
  return {
    what: `${name}, worst of ${all.length} texts of 100 kB (\`${shown}…\`)`,
    value: worst?.one ?? Number.NaN,
    baseline: '50 kB of it',
    base: worst?.other ?? Number.NaN,
    limit: LIMIT,
  };
}

function time(texts: Pick<Growth, 'piece' | 'text' | 'half'>, work: Work, rounds: number): Growth {
  const timed = leastOfBoth(
    () => work(texts.text),
    () => work(texts.half),
    rounds,
  );
  return { ...texts, ...timed };
}

function byGrowth(a: Growth, b: Growth): number {
  return b.one / b.other - a.one / a.other;
}

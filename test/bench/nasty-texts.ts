import { checkText, repairText } from '@/lib/core/judge/check-text';
import { reportField } from '@/lib/core/judge/field-report';
import { sayAtField } from '@/lib/text/findings';

import { NASTY_PIECES, nastyTexts } from '../unit/core/tag/nasty-pieces';
import { ANYWHERE, inConsole } from '../unit/core/rules/places';
import { leastOfBoth } from './measure.ts';
import type { Row } from './row.ts';

const CM360 = inConsole('cm360');

type Work = (text: string) => unknown;
interface Growth {
  readonly piece: string;
  /** Which of the texts made of the piece. */
  readonly index: number;
  readonly text: string;
  readonly half: string;
  /** Milliseconds for the whole and for the half. */
  readonly one: number;
  readonly other: number;
}

// All are timed at this length; the suspects, which take seconds, at fifty times as much.
const LENGTH = 20_000;
// With what stands around the pieces still one that is read (`MAX_FIELD_TEXT`).
const FULL = 999_000;
const LIMIT = 2.6;
const SUSPECTS = 4;

/** The text that grows worst from 500 kB to 1 MB, when it is checked, repaired and shown. */
export function benchNastyTexts(): readonly Row[] {
  return [
    worstGrowth('checkText', (text) => checkText(text, ANYWHERE)),
    worstGrowth('repairText', (text) => repairText(text, ANYWHERE)),
    worstGrowth('reportField', (text) => reportField(text, CM360, sayAtField)),
  ];
}

// All are timed in short; those that seem to grow most once more, at full length.
function worstGrowth(name: string, work: Work): Row {
  const all = NASTY_PIECES.flatMap((piece) => {
    const halves = nastyTexts(piece, LENGTH / 2);
    return nastyTexts(piece, LENGTH).map((text, index) =>
      time({ piece, index, text, half: halves[index] ?? '' }, work, 2),
    );
  });
  const suspects = all.toSorted(byGrowth).slice(0, SUSPECTS);
  const atFull = ({ piece, index }: Growth) => ({
    piece,
    index,
    text: nastyTexts(piece, FULL)[index] ?? '',
    half: nastyTexts(piece, FULL / 2)[index] ?? '',
  });
  const [worst] = suspects.map((growth) => time(atFull(growth), work, 7)).toSorted(byGrowth);
  const shown = (worst?.text ?? '').slice(0, 60).replaceAll('|', '\\|');
  return {
    what: `${name}, worst of ${all.length} texts, 1 MB (\`${shown}…\`)`,
    value: worst?.one ?? Number.NaN,
    baseline: '500 kB of it',
    base: worst?.other ?? Number.NaN,
    limit: LIMIT,
  };
}

function time(texts: Omit<Growth, 'one' | 'other'>, work: Work, rounds: number): Growth {
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

import { checkText, repairText } from '@/lib/core/tag/check-text';

import { NASTY_PIECES, nastyTexts } from '../unit/tag/nasty-pieces';
import { ANYWHERE } from '../unit/tag/places';
import { leastOfBoth } from './measure.ts';
import type { Row } from './row.ts';

type Work = (text: string) => unknown;

/** The text that grows worst from 50 kB to 100 kB, when it is checked and when it is repaired. */
export function benchNastyTexts(): readonly Row[] {
  return [
    worstGrowth('checkText', 100_000, (text) => checkText(text, ANYWHERE)),
    worstGrowth('repairText', 100_000, (text) => repairText(text, ANYWHERE)),
  ];
}

function worstGrowth(name: string, length: number, work: Work): Row {
  const rows = NASTY_PIECES.flatMap((piece) => {
    const halves = nastyTexts(piece, length / 2);
    return nastyTexts(piece, length).map((text, index) =>
      grow(name, piece, text, halves[index] ?? '', work),
    );
  });
  return rows.reduce((worst, row) =>
    row.value / row.base > worst.value / worst.base ? row : worst,
  );
}

function grow(name: string, piece: string, text: string, half: string, work: Work): Row {
  const timed = leastOfBoth(
    () => work(text),
    () => work(half),
    3,
  );
  const what = `${name}, worst of ${NASTY_PIECES.length * 3} texts of 100 kB (\`${piece}\`…)`;
  return { what, value: timed.one, baseline: '50 kB of it', base: timed.other, limit: 2.6 };
}

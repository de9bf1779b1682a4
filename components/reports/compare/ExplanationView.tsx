import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleOff,
  CircleQuestionMark,
  type IconNode,
} from 'lucide';

import { Badge } from '@/components/ui/Badge';
import type { CauseReading, Explanation, Standing } from '@/lib/core/report/cause';
import { causesText, explanationText } from '@/lib/text/reports/causes';
import { comparingText as text } from '@/lib/text/reports/comparing';

import type { CauseWords } from '../report-actions';

interface ExplanationViewProps {
  /** `null` where nothing was looked for. */
  explanation: Explanation | null;
  causeText: (reading: CauseReading) => CauseWords;
}

const ICONS: Readonly<Record<Standing, IconNode>> = {
  explains: CircleCheck,
  'explains-part': CircleDot,
  'not-ruled-out': CircleDashed,
  'ruled-out': CircleOff,
  'cannot-tell': CircleQuestionMark,
};
const LOOKS: Readonly<Record<Standing, string>> = {
  explains: 'pass',
  'explains-part': 'warning',
  'not-ruled-out': '',
  'ruled-out': '',
  'cannot-tell': '',
};
const ORDER = Object.keys(ICONS);

/** Why two counts may differ: what was found, with its figures, and what is not ruled out. */
export function ExplanationView({ explanation, causeText }: ExplanationViewProps) {
  const readings = explanation?.readings.toSorted(
    (a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing),
  );
  return (
    <section class="pb-stack pb-causes" aria-label={causesText.title}>
      <h3>{causesText.title}</h3>
      <p>{explanation ? explanationText(explanation) : text.notLooked}</p>
      {readings && readings.length > 0 && (
        <ul>
          {readings.map((reading) => (
            <Reading key={reading.cause} reading={reading} words={causeText(reading)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Reading({ reading, words }: { reading: CauseReading; words: CauseWords }) {
  const { cause, standing, sure, residual } = reading;
  const isFound = standing === 'explains' || standing === 'explains-part';
  const more = [
    ...(isFound ? [causesText.sure(sure)] : []),
    ...(residual === null ? [] : [causesText.left(residual)]),
  ];
  return (
    <li>
      <div class="pb-row pb-wrap">
        <strong>{causesText.cause[cause]}</strong>
        <Badge icon={ICONS[standing]} look={LOOKS[standing]} word={causesText.standing[standing]} />
      </div>
      <p>{words.sentence}</p>
      {more.length > 0 && <p class="pb-muted pb-small">{more.join(' ')}</p>}
      {words.next !== '' && (
        <p class="pb-small">
          <strong>{text.next}</strong> {words.next}
        </p>
      )}
    </li>
  );
}

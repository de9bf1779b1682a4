import { Button } from '@/components/ui/Button';
import { comparingText as text } from '@/lib/text/reports/comparing';

interface DatesQuestionProps {
  /** Some dates as they stand in the file. */
  samples: readonly string[];
  onChoose: (dates: 'dmy' | 'mdy') => void;
}

/** Asks how dates are written that can be read in two ways. */
export function DatesQuestion({ samples, onChoose }: DatesQuestionProps) {
  const [sample = ''] = samples;
  return (
    <section class="pb-card pb-stack" aria-labelledby="pb-report-dates">
      <h2 id="pb-report-dates">{text.datesTitle}</h2>
      <p class="pb-muted">{text.datesWhy(samples)}</p>
      <div class="pb-row pb-wrap">
        <Button onClick={() => onChoose('dmy')}>{text.dmy(sample)}</Button>
        <Button onClick={() => onChoose('mdy')}>{text.mdy(sample)}</Button>
      </div>
    </section>
  );
}

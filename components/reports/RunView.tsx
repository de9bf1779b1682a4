import { Button } from '@/components/ui/Button';
import { FailureNotice } from '@/components/ui/Notice';
import { questionText, reportsText as text } from '@/lib/text/reports/screens';
import { formatMoment } from '@/lib/text/ui';

import type { ReportRun } from './report-actions';

interface RunViewProps {
  run: ReportRun;
  onCancel: () => void;
  onAgain: () => void;
}

const STEPS = ['asked', 'waiting', 'reading'] as const;

/** Where a report that was asked for stands, and what can be done. */
export function RunView({ run, onCancel, onAgain }: RunViewProps) {
  const { step, failure } = run;
  const isOver = step === 'failed' || step === 'cancelled';
  return (
    <section class="pb-stack pb-report-run" aria-label={questionText(run.question, run.name)}>
      <p class="pb-muted">
        {questionText(run.question, run.name)}, {formatMoment(run.askedAt)}
      </p>
      {!isOver && (
        <ol class="pb-report-steps">
          {STEPS.map((one) => (
            <li
              key={one}
              aria-current={one === step ? 'step' : undefined}
              class={STEPS.indexOf(one) < STEPS.indexOf(step) ? 'done' : ''}
            >
              {text.stepNames[one]}
            </li>
          ))}
        </ol>
      )}
      <div role="status">
        <strong>{text.steps[step]}</strong>
        {step === 'reading' && <span> {text.rowsRead(run.rows)}.</span>}
        {failure === null && <p class="pb-muted">{text.stepsNext[step]}</p>}
      </div>
      {!isOver && <progress class="pb-progress" aria-label={text.steps[step]} />}
      {failure && <FailureNotice failure={failure} />}
      <div class="pb-row">
        {isOver ? (
          <Button kind="primary" onClick={onAgain}>
            {text.askAgain}
          </Button>
        ) : (
          <Button onClick={onCancel}>{text.cancel}</Button>
        )}
      </div>
    </section>
  );
}

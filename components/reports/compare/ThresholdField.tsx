import { useId } from 'preact/hooks';

import { comparingText as text } from '@/lib/text/reports/comparing';

import type { ComparingModel } from './comparing-model';

/**
 * From which difference on the two counts do not agree. What is said of it lies over what is below while it has the focus, or is
 * wrong: nothing moves.
 */
export function ThresholdField({ model }: { model: ComparingModel }) {
  const id = useId();
  const isWrong = model.limit.value === null;
  return (
    <div class={`pb-report-threshold ${isWrong ? 'wrong' : ''}`}>
      <label for={id}>
        {text.threshold} <span class="pb-hidden">({text.thresholdUnit})</span>
      </label>
      <input
        id={id}
        class="pb-input"
        inputMode="decimal"
        value={model.threshold.value}
        spellcheck={false}
        aria-invalid={isWrong || undefined}
        aria-describedby={`${id}-text`}
        onInput={({ currentTarget }) => void model.changeThreshold(currentTarget.value)}
      />
      <span aria-hidden="true">%</span>
      <span id={`${id}-text`} class={isWrong ? 'pb-problem' : 'pb-hint'}>
        {isWrong ? text.thresholdWrong : text.thresholdHint}
      </span>
    </div>
  );
}

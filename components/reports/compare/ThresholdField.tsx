import { TextField } from '@/components/ui/Field';
import { comparingText as text } from '@/lib/text/reports/comparing';

import type { ComparingModel } from './comparing-model';

/** From which difference on the two counts do not agree. */
export function ThresholdField({ model }: { model: ComparingModel }) {
  return (
    <div class="pb-report-threshold">
      <TextField
        label={`${text.threshold} (${text.thresholdUnit})`}
        value={model.threshold.value}
        onInput={(typed) => void model.changeThreshold(typed)}
        hint={text.thresholdHint}
        problem={model.limit.value === null ? text.thresholdWrong : null}
      />
    </div>
  );
}

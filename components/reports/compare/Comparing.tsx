import { Button } from '@/components/ui/Button';
import { FailureNotice } from '@/components/ui/Notice';
import { comparingText as text } from '@/lib/text/reports/comparing';
import { reportsText } from '@/lib/text/reports/screens';

import { ComparedTable } from './ComparedTable';
import type { ComparingModel } from './comparing-model';
import { FileIntake } from './FileIntake';
import { FileRemarks } from './FileRemarks';
import { KeptNotice } from './KeptNotice';
import { PlacementMatches } from './PlacementMatches';
import { TagSheets } from './TagSheets';

/** An ad server's own report beside this one. */
export function Comparing({ model, zone }: { model: ComparingModel; zone: string }) {
  const at = model.state.value;
  const comparison = model.comparison.value;
  const read = at.step === 'given' && at.read.kind === 'read' ? at.read : null;
  const file = read?.report;
  return (
    <div class="pb-stack pb-comparing">
      <FileIntake model={model} />
      {model.failure.value && (
        <FailureNotice failure={model.failure.value}>
          <Button onClick={() => void model.again()}>{reportsText.tryAgain}</Button>
        </FailureNotice>
      )}
      {file && !comparison && model.isComparing.value && <p role="status">{text.comparing}</p>}
      <div class="pb-report-folds">
        {file && comparison && (
          <PlacementMatches
            matches={comparison.matches}
            rows={model.choices.value}
            onMatch={(key, ids) => void model.match(key, ids)}
          />
        )}
        <TagSheets model={model.sheets} />
      </div>
      {read && <FileRemarks read={read} zone={zone} />}
      {file && comparison && <ComparedTable model={model} comparison={comparison} zone={zone} />}
      <KeptNotice model={model} />
    </div>
  );
}

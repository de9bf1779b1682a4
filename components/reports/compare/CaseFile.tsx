import { useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { missingText } from '@/lib/text/reports/case-file';
import { comparingText as text } from '@/lib/text/reports/comparing';

import type { ComparedRow } from '../report-actions';
import type { ComparingModel } from './comparing-model';

/** What Microsoft is given where a discrepancy is filed; what it lacks is said before it is saved. */
export function CaseFile({ model, row }: { model: ComparingModel; row: ComparedRow }) {
  const [said, setSaid] = useState('');
  const save = async (how: 'xlsx' | 'csv') => {
    setSaid('');
    const name = await model.saveCase(row, how);
    if (name !== null) setSaid(text.saved(name));
  };
  return (
    <section class="pb-stack pb-case" aria-label={text.caseTitle}>
      <h3>{text.caseTitle}</h3>
      <p class="pb-muted">{text.caseLead}</p>
      {row.gaps.length === 0 ? (
        <p>{text.caseReady}</p>
      ) : (
        <div>
          <p>{text.caseMissing}</p>
          <ul>
            {row.gaps.map((gap) => {
              const { sentence, next } = missingText(gap);
              return (
                <li key={gap.code}>
                  {sentence} <span class="pb-muted">{next}</span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <div class="pb-row pb-wrap">
        <Button onClick={() => void save('xlsx')}>{text.saveXlsx}</Button>
        <Button onClick={() => void save('csv')}>{text.saveCsv}</Button>
        <span class="pb-muted pb-small" role="status">
          {said}
        </span>
      </div>
    </section>
  );
}

import { useEffect, useState } from 'preact/hooks';

import { Notice } from '@/components/ui/Notice';
import { useTurns } from '@/components/ui/use-turns';
import type { TrackerDraft } from '@/lib/core/tracker/draft';
import { type RelationName, remarksOn } from '@/lib/core/tracker/form-remarks';
import type { SameFound } from '@/lib/core/tracker/same-found';
import { type IdsInReports, idsInReports } from '@/lib/core/tracker/same-in-reports';
import {
  goToField,
  remarksCount,
  remarksLabel,
  remarkText,
  sameNotWhole,
  sameText,
} from '@/lib/text/trackers/form-remarks';

interface FormRemarksProps {
  draft: TrackerDraft;
  /** What the form began with: of what was there already nothing is said. */
  original: TrackerDraft;
  isNew: boolean;
  /** Trackers that reports could not tell from one with these. */
  findSame: (ids: IdsInReports) => Promise<SameFound>;
  /** Goes to the field of a remark. */
  onGo: (field: RelationName) => void;
}

/** What a person should know before they save: of what they have chosen, and of how reports will show it. */
export function FormRemarks({ draft, original, isNew, findSame, onGo }: FormRemarksProps) {
  const [same, setSame] = useState<SameFound | null>(null);
  const takeTurn = useTurns();
  const ids = idsInReports(draft);
  const key = JSON.stringify(ids);
  const isAsked = isNew || key !== JSON.stringify(idsInReports(original));
  useEffect(() => {
    const isLast = takeTurn();
    setSame(null);
    if (ids === null || !isAsked) return;
    findSame(ids).then(
      (found) => isLast() && setSame(found),
      // What is not known here is not said; the save does not hang on it.
      () => {},
    );
  }, [key, isAsked, findSame]);

  const remarks = remarksOn(draft).map((one) => ({ at: one.field, sentence: remarkText(one) }));
  const warned = same === null ? '' : sameText(same);
  if (warned !== '') remarks.push({ at: 'placement', sentence: warned });
  if (remarks.length === 0 && (same?.isWhole ?? true)) return null;
  return (
    <Notice kind={remarks.length > 0 ? 'warning' : 'info'}>
      {remarks.length > 1 && <strong>{remarksCount(remarks.length)}</strong>}
      <div class="pb-form-remarks" role="group" aria-label={remarksLabel}>
        {remarks.map(({ at, sentence }) => (
          <button key={sentence} type="button" title={goToField} onClick={() => onGo(at)}>
            {sentence}
          </button>
        ))}
        {same?.isWhole === false && <p class="pb-small pb-muted">{sameNotWhole}</p>}
      </div>
    </Notice>
  );
}

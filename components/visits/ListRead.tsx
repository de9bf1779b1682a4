import { Notice } from '@/components/ui/Notice';
import {
  listProblemText,
  listText,
  refusedText,
  visitPagesText as text,
} from '@/lib/text/visits/visit-pages';

import type { VisitsModel } from './visits-model';

/** What was read of a list: how many pages, and what is left out. */
export function ListRead({ read }: { read: VisitsModel['read']['value'] }) {
  if (read === null) return null;
  if (read.step === 'reading') return <p class="pb-muted">{text.reading}</p>;
  if (read.step === 'refused') return <Notice kind="fail">{listProblemText[read.problem]}</Notice>;
  const { list } = read;
  const isWhole = list.refusedCount === 0 && !list.isTooLong && !list.isUntitled;
  const isEmpty = list.pages.length === 0;
  return (
    <Notice kind={isWhole && !isEmpty ? 'pass' : isEmpty ? 'fail' : 'warning'}>
      <span>{listText(list)}</span>
      {list.refused.length > 0 && (
        <ul class="pb-small pb-visits-refused">
          {list.refused.map((line) => (
            <li key={line.line}>{refusedText(line)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

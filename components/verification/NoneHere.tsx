import { noneHereText } from '@/lib/text/export/run-export';

import type { VerificationModel } from './verification-model';

/** Why nothing is said of any expected tracker on the page of a list that verdicts are about. */
export function NoneHere({ model }: { model: VerificationModel }) {
  const scope = model.judged.value?.scope ?? 'all';
  const views = model.pageViews.value;
  const view = scope === 'all' ? null : views.find(({ id }) => id === scope.pageViewId);
  return view ? <p class="pb-muted pb-small">{noneHereText(view)}</p> : null;
}

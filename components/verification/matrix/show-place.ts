import type { MatrixPlace } from '@/lib/core/verification/matrix-table';

import type { VerificationModel } from '../verification-model';

/** Leads to the request that decided what is said there, and judges that page; gives whether the page was visited. */
export function showPlace(model: VerificationModel, { page, cell }: MatrixPlace): boolean {
  if (!page?.view) return false;
  model.showAll();
  model.scopeChoice.value = page.view.id;
  model.selectedKey.value = cell && typeof cell !== 'string' ? cell.decidedBy : null;
  return true;
}

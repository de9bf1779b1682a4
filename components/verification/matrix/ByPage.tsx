import { useMemo } from 'preact/hooks';

import { matrixOf } from '@/lib/core/verification/matrix';
import { matrixText as text } from '@/lib/text/verification/matrix';

import type { VerificationModel } from '../verification-model';
import { Matrix } from './Matrix';
import { showPlace } from './show-place';

/** Each expected tracker on each page that was opened, beside the list of requests. */
export function ByPage({ model }: { model: VerificationModel }) {
  const judged = model.judged.value;
  const matrix = useMemo(() => judged && matrixOf(judged), [judged]);
  if (!matrix) return null;
  return (
    <div class="pb-matrix-frame">
      <Matrix
        matrix={matrix}
        rows="trackers"
        nameOf={model.nameOf}
        onShow={(place) => showPlace(model, place)}
      />
      <p class="pb-muted pb-small">{text.keys}</p>
    </div>
  );
}

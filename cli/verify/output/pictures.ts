import {
  type PictureOfView,
  picturesOf,
  type ProofPictures,
} from '@/lib/core/verification/pictures';
import type { NoPicture } from '@/lib/core/recording/picture';

import type { JudgedRun } from '../judge-visits';

/** The screenshots of a run, each of the visit it was taken in; a page that was not visited is told of elsewhere. */
export function picturesOfRun({ judged, pages }: JudgedRun): ProofPictures {
  const taken: PictureOfView[] = [];
  const missing: NoPicture[] = [];
  for (const { outcome } of pages) {
    if (outcome.state !== 'visited') continue;
    const { picture, pageView } = outcome.visit;
    if (typeof picture === 'string') missing.push(picture);
    else taken.push({ ...picture, pageViewId: pageView.id });
  }
  return picturesOf(taken, missing, judged.pageViews);
}

import type { ShownPage } from '../../core/verification/results';
import { onPageText } from '../verification/on-page';

/** Words of a proof on the tags that stand on the page and did not fire. */
export const proofOnPageText = {
  title: onPageText.title,
  nobody: 'Nobody looked for tags on the page: what stands there and did not fire is not known.',
  looked: ({ found, notFired }: ShownPage, moment: string) =>
    `Looked at ${moment}. ${onPageText.summary({ tags: notFired, found })}`,
  /** What could not be read there, a sentence each. */
  notRead: (page: ShownPage) => [...onPageText.limits(page), onPageText.notSeen],
  columns: { tag: 'Tag', where: 'Stands in', reason: 'Why it did not fire' },
  noId: 'No id',
  frame: 'Frame',
  times: onPageText.times,
};

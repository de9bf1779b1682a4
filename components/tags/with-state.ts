import type { TagView } from '@/lib/core/judge/tag-view';
import type { TrackerState } from '@/lib/core/tracker/tracker';
import { inactiveRemark } from '@/lib/text/builder/page';

/** A tag as it is shown, with what is to be said where its tracker does not count. */
export function withState(view: TagView, state: TrackerState): TagView {
  return state === 'active' ? view : { ...view, remarks: [...view.remarks, inactiveRemark] };
}

import type { TagView } from '@/lib/core/tag/tag-view';
import { builderText as text } from '@/lib/text/builder';

const NOT_WRITTEN: TagView = {
  text: '',
  usable: false,
  spans: [],
  remarks: [
    {
      code: 'not-written',
      severity: 'error',
      sentence: text.notWritten,
      next: text.notWrittenNext,
    },
  ],
};

/**
 * A tag that is written elsewhere; where no answer comes, because the extension was updated under the
 * page or broke, that is said in its place.
 */
export function orNotWritten(view: Promise<TagView>): Promise<TagView> {
  return view.catch(() => NOT_WRITTEN);
}

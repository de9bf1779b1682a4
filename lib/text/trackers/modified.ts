import { modifiedAt, type Tracker } from '../../core/tracker/tracker';
import { formatMoment } from '../ui';

/** When a tracker was last changed, in words, or that this is not known. */
export function modifiedText(
  tracker: Pick<Tracker, 'lastModified'>,
  unknown = 'Not known',
): string {
  const at = modifiedAt(tracker);
  return at === null ? unknown : formatMoment(at);
}

import type { TrackerField } from '../../core/tracker/fields';
import { formText } from './tracker-form';

/** What each field of a tracker is called. */
export const trackerFieldText: Record<TrackerField, string> = {
  name: formText.name,
  code: formText.code,
  state: formText.state,
  lineItem: formText.lineItem,
  publisher: formText.publisher,
  placement: formText.placement,
  paymentRule: formText.paymentRule,
};

import type { Tracker } from '../../core/tracker/tracker';
import { popupText } from '../pages/popup';

/** Where a tracker belongs, in the order of the list's columns, with words for what it has not. */
export function factsOf(tracker: Tracker): readonly { label: string; value: string }[] {
  const [publisher = '', placement = '', lineItem = ''] = popupText.columns.facts;
  return [
    { label: publisher, value: tracker.publisher?.name ?? popupText.noPublisher },
    { label: placement, value: tracker.placement?.name ?? popupText.noPlacement },
    { label: lineItem, value: tracker.lineItem?.name ?? popupText.noLineItem },
  ];
}

/** What the list says of a tracker in words of its own. */
export function saidOf(tracker: Tracker): readonly string[] {
  return factsOf(tracker).map(({ value }) => value);
}

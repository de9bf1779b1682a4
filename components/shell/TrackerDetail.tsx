import { FormPage } from './FormPage';
import type { PopupModel } from './popup-model';
import { TagPage } from './TagPage';

/** The form or the tag of the tracker that is open; nothing while none is. */
export function TrackerDetail({ model }: { model: PopupModel }) {
  const at = model.route.value;
  if (at.view === 'form') {
    return <FormPage key={String(at.trackerId)} model={model} trackerId={at.trackerId} />;
  }
  if (at.view === 'tag') {
    return <TagPage key={at.trackerId} model={model} trackerId={at.trackerId} />;
  }
  return null;
}

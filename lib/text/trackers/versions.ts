import type { DraftField, TrackerDraft } from '../../core/tracker/draft';
import type { AfterSave } from '../../core/tracker/after-save';
import type { Difference } from '../../core/tracker/versions';
import { trackerFieldText } from './fields';
import { formText } from './tracker-form';

/** Words of a tracker that somebody else has changed while its form was open. */
export const versionsText = {
  title: 'Changed meanwhile',
  sentence: (id: number, when: string) =>
    `Tracker ${id} is not as this form read it: somebody changed it, last ${when}. Nothing of yours is sent yet.`,
  next: 'Choose for each field what is to be saved.',
  began: 'As it was',
  theirs: 'Theirs, now',
  mine: 'Yours',
  by: { me: 'changed by you', them: 'changed by them', both: 'changed by both' } satisfies Record<
    Difference['by'],
    string
  >,
  withPublisher: 'goes with the publisher',
  /** Names one choice of a field, for whoever does not see its row. */
  choice: (field: string, side: string, value: string) => `${field}, ${side}: ${value}`,
  keepMine: 'Keep all of yours',
  takeTheirs: 'Take all of theirs',
  save: 'Save as chosen',
  leave: 'Leave it as it is now',
  back: 'Back to the form',
  open: (count: number) =>
    count === 1 ? 'One field is still open.' : `${count} fields are still open.`,
  same: 'Every field is as you typed it: they have saved the same, and there is nothing to decide.',
  unfinished: (problem: string) =>
    `Yours is not finished: ${problem} Take theirs, or go back to the form.`,
  notAtomic:
    'It is looked at once more before it is saved. Monetize has no lock: what somebody saves in the very moment between the look and the save is seen afterwards, and only where it is another field than yours.',
  left: (name: string) => `${name} is left as it is in Monetize.`,
  stale:
    'Somebody has changed this tracker since you began. You see both versions before anything is saved.',
  compare: 'Compare now',
};

/** The value of a field as a person reads it. */
export function valueText(draft: TrackerDraft, field: DraftField): string {
  if (field === 'state') return formText[draft.state];
  const value = draft[field];
  if (value === null) return field === 'placement' ? formText.noPlacement : formText.none;
  if (typeof value === 'string') return value.trim() === '' ? formText.none : value;
  return `${value.name} (${value.id})`;
}

/** What a save left otherwise than it was meant; empty where nothing is. */
export function afterSaveText({ notTaken, changedBeside }: AfterSave): string {
  const list = (fields: readonly DraftField[]) =>
    fields.map((field) => trackerFieldText[field]).join(', ');
  return [
    ...(notTaken.length > 0
      ? [
          `Monetize answered with something else than was sent: ${list(notTaken)}. Open it and look.`,
        ]
      : []),
    ...(changedBeside.length > 0
      ? [`Somebody else changed it in the same moment: ${list(changedBeside)}. That is kept.`]
      : []),
  ].join(' ');
}

import type { FormRemark, RelationName } from '../../core/tracker/form-remarks';
import type { FoundObject } from '../../core/tracker/found-object';
import type { SameFound } from '../../core/tracker/same-found';
import { plural } from '../ui';

const FIELD_IN_SENTENCE: Record<RelationName, string> = {
  lineItem: 'The line item',
  publisher: 'The publisher',
  placement: 'The placement',
  paymentRule: 'The payment rule',
};

/** Words of what is chosen in the tracker form, and of what a person should know of it. */
export const relationText = {
  clear: (label: string) => `Clear ${label.toLowerCase()}`,
  clearShort: 'Clear',
  id: (id: number) => `id ${id}`,
  inactive: 'Inactive',
  active: 'Active',
  recent: 'recent',
  of: (owner: string) => `of ${owner}`,
  belongsTo: (owner: string) => `Belongs to ${owner}`,
  /** Beside the empty field, once the publisher is another one. */
  takenOff: (name: string, publisher: string) =>
    `${name} belongs to ${publisher} and was taken off.`,
  publisherHint: 'Placement and payment rule are chosen among its own.',
  lineItemHint: 'One of this advertiser’s.',
  placementHint: 'None: all placements of the publisher.',
  paymentRuleHint: 'None. Which one applies then is not documented.',
};

const MOST_CODE = 24;

/** What tells an object from its namesakes, in one line: id, code, state. */
export function noteText({ id, code, state, owner, isRecent }: FoundObject, isOfAnother = false) {
  const short = code && [...code].length > MOST_CODE ? `${code.slice(0, MOST_CODE)}…` : code;
  return [
    String(id),
    ...(short === undefined ? [] : [short]),
    ...(state === 'inactive' ? [relationText.inactive] : []),
    ...(isOfAnother && owner ? [relationText.of(owner.name)] : []),
    ...(isRecent ? [relationText.recent] : []),
  ].join(' · ');
}

/** The same of what is chosen, with its state where that is known. */
export function factsText({ id, code, state }: FoundObject): string {
  return [
    relationText.id(id),
    ...(code === undefined ? [] : [code]),
    ...(state === undefined ? [] : [relationText[state]]),
  ].join(' · ');
}

/** A remark as a sentence with what to do. */
export function remarkText(remark: FormRemark): string {
  const { field, object } = remark;
  const what = `${FIELD_IN_SENTENCE[field]} ${object.name}`;
  if (remark.kind === 'inactive') {
    return `${what} is inactive. Whether impressions are counted for it is not documented.`;
  }
  return `${what} belongs to publisher ${remark.owner.name}, not to the chosen one. Choose another, or change the publisher.`;
}

/** Trackers that reports cannot tell from the one that is typed; empty where there is none. */
export function sameText({ named, count }: SameFound): string {
  if (count === 0) return '';
  const names = named.map(({ id, name }) => `${name} (${id})`).join(', ');
  const more = count - named.length;
  const list = more > 0 ? `${names} and ${more} more` : names;
  return `Reports cannot tell it from ${list}: line item, publisher, placement and payment rule are the same. Choose another placement or payment rule to tell them apart.`;
}

export const remarksLabel = 'Before you save';
export const remarksCount = (count: number) => `${count} things to know before you save`;
export const goToField = 'Go to the field';

export const sameNotWhole =
  'Not all trackers of this advertiser are known here: there may be others like it. Refresh the list to be sure.';

/** Of a tracker for which the service gives several placements. */
export const morePlacementsText = (count: number) =>
  `Monetize has ${plural(count, 'more placement', 'more placements')} for it. The form shows the first: to change or clear that replaces all of them, and to leave it alone leaves them alone.`;

/** What the service said as it last refused this person; told before the form is filled in. */
export const refusedText = (said: string) =>
  `The service refused your last save: your user may not do this${said === '' ? '' : ` (“${said}”)`}. It may refuse this one, too: what rights you have it does not tell.`;

/** Words of the buttons that save, and of copies. */
export const saveText = {
  copy: 'Save and copy tag',
  new: 'Save and new',
  duplicate: 'Duplicate',
  duplicateElsewhere:
    'Choose its advertiser in the list first: a new tracker is of the chosen one.',
  copyOf: (id: number) => `A copy of tracker ${id}. Nothing is saved yet.`,
  copyName: (name: string) => `${name} (copy)`,
  replaceTitle: 'A new tracker is half typed',
  replaceSentence: (name: string) =>
    `${name.trim() === '' ? 'It has no name yet.' : `Its name is ${name.trim()}.`} The copy would take its place.`,
  replace: 'Replace it',
  goOn: 'Open it',
  cancel: 'Cancel',
  notCopied: 'Its tag was not copied: the form was closed meanwhile.',
};

/** What is shown of a tracker and not edited. */
export const readOnlyText = {
  advertiser: (id: number) => `Advertiser ${id}`,
  member: (id: number) => `Member ${id}`,
  modified: (when: string) => `Last modified ${when}`,
  unknown: 'at a time that cannot be read',
  label: 'Set by Monetize',
};

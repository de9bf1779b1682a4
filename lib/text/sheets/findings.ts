import type { SheetFinding, SheetFindingCode, TagPart } from '../../core/tag-sheet/read/finding';

interface Words {
  readonly sentence: string;
  readonly next: string;
}

type Values = Readonly<Record<string, string>>;

const PARTS: Record<TagPart, string> = {
  tracker: 'the tracker’s id',
  name: 'the tracker’s name',
  cachebuster: 'the cachebuster',
  cost: 'the cost',
  parameters: 'the other parameters',
  redirect: 'the redirect',
};
const FORMS: Readonly<Record<string, string>> = {
  url: 'a bare URL',
  image: 'an image tag',
  javascript: 'a script tag',
  'script-url': 'a bare URL that answers with JavaScript (t=1)',
  vast: 'VAST',
  native: 'native JSON',
  amp: 'an AMP pixel',
};
const COPY_AGAIN = 'Copy the tag again from a new sheet.';

const TABLE: Record<SheetFindingCode, (values: Values) => Words> = {
  'tracker-id-missing': () => ({
    sentence: 'This row has tags but no tracker id.',
    next: 'Fill in the id, so that the tags can be held against it.',
  }),
  'tracker-id-unreadable': ({ text }) => ({
    sentence: `“${text ?? ''}” is no tracker id.`,
    next: 'Write the number alone. Spreadsheets sometimes shorten long numbers.',
  }),
  'ad-server-unknown': ({ name }) => ({
    sentence: `“${name ?? ''}” is no ad server of the catalogue.`,
    next: 'Its macros were judged by their shape alone. Correct the name for a full check.',
  }),
  'row-without-tag': () => ({
    sentence: 'This row has no tag.',
    next: COPY_AGAIN,
  }),
  'tag-missing': ({ column, server }) => ({
    sentence: `${column ?? ''} is empty although ${server ?? ''} takes it.`,
    next: 'If it should be there, take it from a new sheet.',
  }),
  'no-tag': ({ column }) => ({
    sentence: `${column ?? ''} holds no impression tracker’s tag.`,
    next: COPY_AGAIN,
  }),
  'tag-unreadable': () => ({
    sentence: 'This looks like a tag but cannot be read as one.',
    next: COPY_AGAIN,
  }),
  'tag-cut-off': () => ({
    sentence: 'The tag ends too early; the rest of it is missing.',
    next: COPY_AGAIN,
  }),
  'several-tags': ({ count }) => ({
    sentence: `There are ${count ?? ''} tags in this cell.`,
    next: 'Keep one tag in a cell, or impressions are counted more than once.',
  }),
  'wrong-form': ({ column, found }) => ({
    sentence: `${column ?? ''} holds ${FORMS[found ?? ''] ?? 'another form'}.`,
    next: 'Take the tag from the right column of a new sheet.',
  }),
  'form-not-taken': ({ form, server }) => ({
    sentence: `${server ?? ''} does not take ${FORMS[form ?? ''] ?? 'this form'}.`,
    next: 'Use the form that this ad server takes.',
  }),
  'tag-edited': ({ part, expected, found }) => ({
    sentence: `In this tag ${partText(part)} is ${quoted(found)}, but its row says ${quoted(expected)}.`,
    next: 'If nobody meant to change it, take the tag from a new sheet.',
  }),
  'cells-differ': ({ part, expected, found, other }) => ({
    sentence: `Here ${partText(part)} is ${quoted(found)}, but in ${other ?? ''} it is ${quoted(expected)}.`,
    next: 'The tags of one row should say the same. Take them from a new sheet.',
  }),
};

/** What a person reads about a cell: what is wrong, and what to do. */
export function sheetFindingText({ code, values }: SheetFinding): Words {
  return TABLE[code](values);
}

function partText(part: string | undefined): string {
  const found = Object.entries(PARTS).find(([key]) => key === part);
  return found?.[1] ?? 'one part';
}

function quoted(text: string | undefined): string {
  return text ? `“${text}”` : 'missing';
}

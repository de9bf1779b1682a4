import { readTrackerId } from '../pixel/tracker-id';
import type { FoundTag } from '../tag/read/reading';
import { readTags } from '../tag/read/read-tags';
import { readIds, spoiledId, TRACKER_ID_TITLE } from '../tracker/read-ids';
import { takeRows } from './expected-rows';
import { createTaking, type Taken } from './taken';

/** Characters of a text that is pasted; what is longer comes as a file. */
export const MAX_PASTED_CHARS = 1_000_000;

/**
 * The trackers of a text that a person typed or pasted: ids however they are divided, tags however they were copied,
 * rows of a sheet, or all of these line by line. Whatever is not understood is said with its line.
 */
export function readExpected(text: string): Taken {
  const ids = readIds(text);
  if (ids.length > 0 && ids.every((id) => id > 0)) return idsAlone(ids);
  return text.includes('\t') ? takeRows(rowsOf(text)).taken() : byLine(text);
}

function idsAlone(ids: readonly number[]): Taken {
  const taking = createTaking();
  for (const id of ids) taking.take(id);
  return taking.taken();
}

function rowsOf(text: string) {
  return text.split(/\r\n|\r|\n/).map((line, row) => {
    const values = line.split('\t');
    return { row, columns: values.map((_, column) => column), values };
  });
}

function byLine(text: string): Taken {
  const taking = createTaking();
  const tags = readTags(text).tags;
  let at = 0;
  let next = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const end = at + line.length;
    const begun = next;
    let tag = tags[next];
    while (tag !== undefined && tag.start <= end) {
      takeTag(tag, index + 1, line);
      next += 1;
      tag = tags[next];
    }
    // A tag may go on over several lines.
    const isInTag = next > begun || (tags[next - 1]?.end ?? -1) > at;
    if (!isInTag) takeLine(line, index + 1);
    at = end + 1;
  }
  return taking.taken();

  function takeTag({ spec }: FoundTag, line: number, said: string): void {
    if (spec) taking.take(spec.trackerId);
    else taking.refuse(line, said, 'tag-without-id');
  }

  function takeLine(line: string, number: number): void {
    const words = line.trim();
    if (words === '' || TRACKER_ID_TITLE.test(words) || /^<!--.*-->$/.test(words)) return;
    const ids = readIds(words);
    for (const id of ids) if (readTrackerId(String(id)) !== null) taking.take(id);
    if (ids.length === 0 || ids.some((id) => id === 0)) {
      taking.refuse(number, words, spoiledId(words) ?? 'no-id');
    }
  }
}

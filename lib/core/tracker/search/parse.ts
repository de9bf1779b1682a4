import { readId, readIds, spoiledId } from '../read-ids';
import { type SearchField, refFieldOf } from './fields';
import { fold } from './fold';
import { lex, type Value } from './lex';
import { readMoment } from './moments';
import type { Condition, Mistake, MistakeCode, Query, Term } from './query';
import { readNumber, readSpan } from './spans';

/**
 * Reads a search: words, `"words together"`, `-what may not be there`, `field:value`, with commas between values
 * of which any may hold. Several ids and nothing else, or a column of them with its header, are those trackers.
 * What is no field is words; a field that is not understood is left out and told. `now`, in milliseconds
 * since 1970, is what `7d` is told from.
 */
export function parseSearch(search: string, now: number): Query {
  const listed = listedIds(search);
  if (listed !== null) return { terms: [], mistakes: [], noFields: [], ids: listed };
  const terms: Term[] = [];
  const mistakes: Mistake[] = [];
  const noFields: string[] = [];
  const spoiled: { typed: string; how: 'grouped' | 'shortened' }[] = [];
  for (const { field, noField, values, typed, isNot } of lex(search)) {
    if (noField !== null) noFields.push(noField);
    if (field === null) {
      const { text = '', isQuoted = false } = values[0] ?? {};
      // A dash alone is still being typed.
      const asks = text !== '' && (isQuoted || text !== '-');
      const how = spoiledId(text);
      if (how !== null) spoiled.push({ typed, how });
      if (asks) terms.push({ any: [{ kind: 'word', text: fold(text) }], isNot });
      continue;
    }
    const any = readValues(field, values, now);
    if (typeof any === 'string') mistakes.push({ code: any, typed, field });
    else terms.push({ any, isNot });
  }
  const ids = askedOneByOne(terms);
  return { terms, mistakes, noFields, ids, ...(spoiled.length > 0 && { spoiled }) };
}

/** Whether a search narrows a list at all. */
export function isNarrowing({ terms, ids }: Query): boolean {
  return terms.length > 0 || ids !== null;
}

/** The ids of a search that is more than one number; that alone may be a part of an id, or of a name: `12"`. */
function listedIds(search: string): readonly number[] | null {
  const ids = readIds(search);
  return ids.length === 0 || /^\s*"?#?\d+["']?\s*$/.test(search) ? null : ids;
}

/** The ids of `id:1,2,3`, where that is all that is asked. */
function askedOneByOne(terms: readonly Term[]): readonly number[] | null {
  const [only, ...others] = terms;
  if (only === undefined || others.length > 0 || only.isNot) return null;
  const ids: number[] = [];
  for (const it of only.any) {
    if (it.kind !== 'span' || it.field !== 'id' || it.span.from !== it.span.to) return null;
    ids.push(it.span.from);
  }
  return [...new Set(ids)];
}

/** What a field asks: any of these; or the code of its mistake. */
function readValues(
  field: SearchField,
  values: readonly Value[],
  now: number,
): readonly Condition[] | MistakeCode {
  const any: Condition[] = [];
  // A comma at the end has nothing behind it yet.
  for (const value of values.filter(isThere)) {
    const condition = readValue(field, value, now);
    if (typeof condition === 'string') return condition;
    any.push(condition);
  }
  return any.length === 0 ? 'value-missing' : any;
}

const isThere = ({ text, isQuoted }: Value) => (isQuoted ? text : text.trim()) !== '';

function readValue(field: SearchField, value: Value, now: number): Condition | MistakeCode {
  const text = fold(value.text);
  switch (field) {
    case 'name':
    case 'code':
      return { kind: 'text', field, text };
    case 'publisher':
    case 'placement':
    case 'line-item':
    case 'payment-rule': {
      const id = value.isQuoted ? null : readId(text);
      return { kind: 'ref', field, text, id };
    }
    case 'id':
    case 'advertiser':
      return spanOf(field, readSpan(text, readNumber, 'not-a-number'));
    case 'modified':
      return spanOf(
        field,
        readSpan(text, (part) => readMoment(part, now), 'not-a-moment'),
      );
    case 'state':
      return text === 'active' || text === 'inactive'
        ? { kind: 'state', state: text }
        : 'not-a-state';
    case 'is':
      if (text === 'active' || text === 'inactive') return { kind: 'state', state: text };
      return text === 'same-in-reports' ? { kind: 'same-in-reports' } : 'not-an-is';
    case 'no': {
      const none = text === 'code' ? text : refFieldOf(text);
      return none === null ? 'not-a-no' : { kind: 'none', field: none };
    }
  }
}

function spanOf(
  field: 'id' | 'advertiser' | 'modified',
  span: ReturnType<typeof readSpan>,
): Condition | MistakeCode {
  return typeof span === 'string' ? span : { kind: 'span', field, span };
}

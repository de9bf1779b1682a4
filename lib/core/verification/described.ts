import { cleanName, cleanNote, withRequestNote } from './named';
import { type Times, withTimes } from './expectation';
import type { Verification } from './verification';

/** Whether a person has given it a name, a note or a baseline: it is kept longer than what recorded itself. */
export function isNamed({ name, note, baseline, notedRequests = [] }: Verification): boolean {
  return [name, note, baseline].some((one) => one !== undefined) || notedRequests.length > 0;
}

/** The same under another name; an empty one takes it away. */
export function named(verification: Verification, text: string): Verification {
  const { name: _, ...rest } = verification;
  const name = cleanName(text);
  return name === '' ? rest : { ...rest, name };
}

/** The same with another note; an empty one takes it away. */
export function noted(verification: Verification, text: string): Verification {
  const { note: _, ...rest } = verification;
  const note = cleanNote(text);
  return note === '' ? rest : { ...rest, note };
}

/** The same with another note on one of its requests. */
export function requestNoted(verification: Verification, key: string, text: string): Verification {
  const { notedRequests = [], ...rest } = verification;
  const notes = withRequestNote(notedRequests, key, text);
  return notes.length === 0 ? rest : { ...rest, notedRequests: notes };
}

/** The same where a tracker is expected so often. */
export function expecting(verification: Verification, id: number, times: Times): Verification {
  const { expectations = [], ...rest } = verification;
  const others = withTimes({ expectations }, id, times);
  return others.length === 0 ? rest : { ...rest, expectations: others };
}

/** The same where more trackers are expected; each once, in the order in which they were added. */
export function expectingAlso(verification: Verification, ids: readonly number[]): Verification {
  return { ...verification, expectedIds: [...new Set([...verification.expectedIds, ...ids])] };
}

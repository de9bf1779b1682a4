import { z } from '../base/schema';

/** The longest name of a verification, in UTF-16 units: it is a file's name, too. */
export const MAX_NAME_CHARS = 120;
/** The longest note that a person writes, in UTF-16 units. */
export const MAX_NOTE_CHARS = 4000;
/** Requests of one verification that can have a note. */
export const MAX_NOTED_REQUESTS = 500;

/** What a person calls a verification. */
export const NameSchema = z.string().check(z.minLength(1), z.maxLength(MAX_NAME_CHARS));
/** What a person writes on it. */
export const NoteSchema = z.string().check(z.minLength(1), z.maxLength(MAX_NOTE_CHARS));
/** What a person writes on one of its requests. */
export const NotedRequestSchema = z.object({ key: z.string(), note: NoteSchema });
export type NotedRequest = z.infer<typeof NotedRequestSchema>;

/** A name as it is kept: one line, without white space around it, and no longer than it may be; empty for none. */
export function cleanName(text: string): string {
  return cut(text.replace(/[\s\p{Cc}]+/gu, ' ').trim(), MAX_NAME_CHARS).trim();
}

/** A note as it is kept: its lines as they were written, without white space around the whole. */
export function cleanNote(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
  return cut(lines.trim(), MAX_NOTE_CHARS).trim();
}

/** The notes with another on one request; an empty one takes it away. What is one too many is left out. */
export function withRequestNote(
  notes: readonly NotedRequest[],
  key: string,
  text: string,
): NotedRequest[] {
  const note = cleanNote(text);
  const isThere = notes.some((one) => one.key === key);
  if (note === '') return notes.filter((one) => one.key !== key);
  if (isThere) return notes.map((one) => (one.key === key ? { key, note } : one));
  return notes.length < MAX_NOTED_REQUESTS ? [...notes, { key, note }] : [...notes];
}

/** No half of a character is left at the end. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const short = text.slice(0, most);
  return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short;
}

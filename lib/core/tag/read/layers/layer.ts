import { escapeAttribute } from '../../write/attribute';
import { decodeReferences } from '../entities';
import type { MappedText } from '../mapped-text';
import { decodeString } from './string';

/** What stands around a piece of text and escapes it: undone to read it, and put on again to mend it. */
export interface Layer {
  readonly name: 'string' | 'attribute' | 'xml';
  readonly undo: (mapped: MappedText) => MappedText;
  readonly write: (text: string) => string;
}

/** A string of JSON or of a script, whichever quotes it stands in. */
export const STRING: Layer = {
  name: 'string',
  undo: decodeString,
  write: (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replaceAll("'", String.raw`\u0027`),
};

/** An attribute of HTML, whichever quotes it stands in. */
export const ATTRIBUTE: Layer = {
  name: 'attribute',
  undo: decodeReferences,
  write: (text) => escapeAttribute(text, 'escaped').replaceAll("'", '&#39;'),
};

/** The text of an element of XML. */
export const XML: Layer = {
  name: 'xml',
  undo: decodeReferences,
  write: (text) => escapeAttribute(text, 'escaped'),
};

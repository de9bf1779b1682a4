import type { TrackerState } from '../tracker';
import type { RefField, SearchField } from './fields';

/** From one number to another, both among them; open ends are infinite. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is asked of a tracker. Texts are folded (`fold`). */
export type Condition =
  /** Stands somewhere in what a list shows of it. */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'text'; readonly field: 'name' | 'code'; readonly text: string }
  /** Belongs to something with these letters in its name, or with this id. */
  | {
      readonly kind: 'ref';
      readonly field: RefField;
      readonly text: string;
      readonly id: number | null;
    }
  /** Ids, or moments in milliseconds since 1970. */
  | {
      readonly kind: 'span';
      readonly field: 'id' | 'advertiser' | 'modified';
      readonly span: Span;
    }
  | { readonly kind: 'state'; readonly state: TrackerState }
  /** Has none of it. */
  | { readonly kind: 'none'; readonly field: RefField | 'code' }
  /** Another of the list has the same line item, publisher, placement and payment rule. */
  | { readonly kind: 'same-in-reports' };

/** One of the conditions is to hold, or none of them (`isNot`). */
export interface Term {
  readonly any: readonly Condition[];
  readonly isNot: boolean;
}

export type MistakeCode =
  | 'value-missing'
  | 'not-a-number'
  | 'not-a-state'
  | 'not-a-moment'
  | 'relative-compared'
  | 'backwards'
  | 'not-an-is'
  | 'not-a-no';

/** A part of a search that cannot be understood, and is left out of it. */
export interface Mistake {
  readonly code: MistakeCode;
  /** As it was typed, with its field: `modified:soon`. */
  readonly typed: string;
  readonly field: SearchField;
}

/** A search, read. All of its terms are to hold. */
export interface Query {
  readonly terms: readonly Term[];
  readonly mistakes: readonly Mistake[];
  /** What looks like a field and is none, such as `publsher`: it is looked for as a word. */
  readonly noFields: readonly string[];
  /** What a spreadsheet may have made of an id, such as `1.23E+05`: it is looked for as a word. */
  readonly spoiled?: readonly { readonly typed: string; readonly how: 'grouped' | 'shortened' }[];
  /** The trackers that are asked for one by one, in their order; `null` where none are. */
  readonly ids: readonly number[] | null;
}

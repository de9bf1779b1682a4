import { MAX_FIELD_TEXT } from '../base/limits';
import { z } from '../base/schema';

const MAX_LABELS = 20;
const word = z.string().check(z.maxLength(1000));
const words = z.array(word).check(z.maxLength(MAX_LABELS));

/** What a field says of itself (`FieldTraits`), as its page's script told it. */
export const FieldCluesSchema = z.object({
  kind: z.enum(['input', 'textarea', 'editable']),
  inputType: word,
  labels: words,
  names: words,
});

/** The frame of a field, and the field that the builder is of; `null` where there is none. */
export const BoundSchema = z.object({
  field: z.nullable(FieldCluesSchema),
  /** Whether the builder's frame was placed with it, as asked. */
  isPlaced: z.boolean(),
  /** In CSS pixels. */
  width: z.number(),
  height: z.number(),
  /** Whether the frame is of another origin than the page. */
  isForeign: z.boolean(),
  /** What the page says of its own look. */
  scheme: z.nullable(z.enum(['light', 'dark'])),
  url: z.string().check(z.maxLength(20_000)),
});
export type Bound = z.infer<typeof BoundSchema>;

/** What was found in a field. `gone`: it has left the document. */
export const FieldReadingSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('read'),
    text: z.string().check(z.maxLength(MAX_FIELD_TEXT)),
  }),
  z.object({ outcome: z.enum(['gone', 'too-long', 'unread']) }),
]);
export type FieldReading = z.infer<typeof FieldReadingSchema>;

/** `taken`: the text was read back from the field. `refused`: it kept it out. `gone`: it has left the document. */
export const PutOutcomeSchema = z.enum(['taken', 'refused', 'gone']);
export type PutOutcome = z.infer<typeof PutOutcomeSchema>;

/** `undone`: the field holds what it held before. `refused`: it does not, or was changed since. */
export const UndoOutcomeSchema = z.enum(['undone', 'refused', 'gone']);
export type UndoOutcome = z.infer<typeof UndoOutcomeSchema>;

/** What came of either, asked for later because the answer was lost. */
export const ActOutcomeSchema = z.union([PutOutcomeSchema, UndoOutcomeSchema]);
export type ActOutcome = z.infer<typeof ActOutcomeSchema>;

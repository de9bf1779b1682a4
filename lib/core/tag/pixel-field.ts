/** What can be told of a text field from its markup. */
export interface FieldTraits {
  readonly kind: 'input' | 'textarea' | 'editable';
  readonly inputType: string;
  /** Name, id, label, placeholder and the like, joined. */
  readonly words: string;
  readonly value: string;
}

const PIXEL_WORDS =
  /pixel|beacon|impression|tracker|tracking|third[-_ ]?party|3rd[-_ ]?party|(?:event|ad|html|creative)[-_ ]?(?:tag|snippet)|snippet|append.?html|vast/i;
const OTHER_WORDS = /click|landing|search|password|e-?mail|filter/i;
const TEXT_TYPES = new Set(['', 'text', 'url']);

/** Whether a pixel tag may belong into this field; when in doubt, no, so as not to be a nuisance. */
export function isPixelField(field: FieldTraits): boolean {
  if (field.kind === 'input' && !TEXT_TYPES.has(field.inputType)) return false;
  if (/\/imptr\?|<(?:img|script)\b/i.test(field.value)) return true;
  return PIXEL_WORDS.test(field.words) && !OTHER_WORDS.test(field.words);
}

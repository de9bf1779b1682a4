/** One place of a text that becomes another text: from `from` to `to`, in UTF-16 units. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Where the value of an attribute stands in a tag's attributes; `null` where it is not there. */
export function valuePlace(
  attributes: string,
  name: string,
): { readonly from: number; readonly to: number } | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  if (!found) return null;
  const to = found.index + found[0].length - 1;
  return { from: to - (found[1] ?? found[2] ?? '').length, to };
}

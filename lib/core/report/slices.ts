/** As much of a text as is read at a time, in UTF-16 units: some milliseconds. */
const SLICE_CHARS = 262_144;

/** A piece of a text as slices that are read with pauses in between, so that nothing waits long. */
export function slicesOf(text: string): readonly string[] {
  const slices: string[] = [];
  for (let at = 0; at < text.length; at += SLICE_CHARS) {
    slices.push(text.slice(at, at + SLICE_CHARS));
  }
  return slices;
}

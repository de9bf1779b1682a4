/** Acts after so many milliseconds, unless what it returns is called before. */
export function timer(ms: number, act: () => void): () => void {
  const id = setTimeout(act, ms);
  return () => clearTimeout(id);
}

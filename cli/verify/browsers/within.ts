/** What comes of something in time; `null` where it fails, or takes longer than so many milliseconds. */
export async function within<T>(
  pending: Promise<T> | undefined,
  mostMs: number,
): Promise<T | null> {
  if (pending === undefined) return null;
  const { promise, resolve } = Promise.withResolvers<null>();
  const late = setTimeout(() => resolve(null), mostMs);
  return Promise.race([pending.catch(() => null), promise]).finally(() => clearTimeout(late));
}

/** More than one builder is seldom on its way; one that never comes is forgotten so. */
const MOST = 8;

/** Reads something as soon as it is known who will ask for it, so that it is there by then. */
export function createAhead<T>(read: () => Promise<T>) {
  const begun = new Map<string, Promise<T>>();
  return {
    begin(key: string): void {
      const reading = read();
      // Who takes it sees the failure.
      reading.catch(() => {});
      begun.set(key, reading);
      for (const old of begun.keys()) if (begun.size > MOST) begun.delete(old);
    },
    /** What was begun with this key, once; else it is read now. */
    take(key: string): Promise<T> {
      const reading = begun.get(key) ?? read();
      begun.delete(key);
      return reading;
    },
  };
}

/** Settles as the promise does, unless the signal is aborted before: then it fails at once. */
export async function stoppable<T>(
  promise: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (!signal) return promise;
  if (signal.aborted) {
    // Nobody hears of it any more, of its failure neither.
    promise.catch(() => {});
    throw signal.reason;
  }
  const stopped = Promise.withResolvers<never>();
  const stop = () => stopped.reject(signal.reason);
  signal.addEventListener('abort', stop);
  try {
    return await Promise.race([promise, stopped.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

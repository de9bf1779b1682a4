const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** What a shell says of a program that a person stopped. */
const STOPPED = 130;

/** Cleans up before the command ends where a person stops it. Gives what takes that back. */
export function whenStopped(cleanUp: () => Promise<unknown>): () => void {
  const stop = () => void cleanUp().finally(() => process.exit(STOPPED));
  for (const signal of SIGNALS) process.once(signal, stop);
  return () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
}

/**
 * Whether a message got no answer since the browser stopped the background, which then had it in hand: so
 * Chromium (both of them), and Firefox (the rest).
 */
export function isStopped(error: unknown): boolean {
  return (
    error instanceof Error &&
    /(?:channel|port) closed before a response|out of scope|message manager disconnected/i.test(
      error.message,
    )
  );
}

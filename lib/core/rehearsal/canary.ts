/**
 * A host that is reserved never to exist (RFC 6761, 6.4): the rules catch it as they catch the service's, and where
 * they fail nothing is sent to anybody.
 */
export const CANARY_HOST = 'piggyback-rehearsal.invalid';
export const CANARY = `https://${CANARY_HOST}/imptr?canary`;

/** Where the answers of a rehearsal are, seen from the page: the extension's files, with the name of this run. */
export function answerAddress(origin: string, file: string, run: string): string {
  return `${origin.replace(/\/$/, '')}/rehearsal/${file}?${run}`;
}

/** Whether the canary came back with an answer of this very rehearsal. */
export function isAnswered(came: unknown, origin: string, file: string, run: string): boolean {
  return came === answerAddress(origin, file, run);
}

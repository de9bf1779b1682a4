import { z } from '../base/schema';
import type { Observation } from '../recording/observation';

/** What a rehearsed request is answered with, by what asked for it: files of the extension. */
export const ANSWERS = { picture: 'pixel.gif', script: 'empty.js' } as const;
export type AnswerFile = (typeof ANSWERS)[keyof typeof ANSWERS];

/**
 * The folder on the pixel's own host through which the browser leads a rehearsed request, and leaves it at once. No
 * tracker is there: should the second rule fail, the service is asked for a page that it does not have.
 */
export const HOP_FOLDER = 'piggyback-rehearsal';

/** The secret of one rehearsal: whoever does not know it cannot make a request look rehearsed. */
export const TokenSchema = z.string().check(z.regex(/^[\da-f-]{36}$/));

const HOP = new RegExp(
  `^https?://[^/?#]+/${HOP_FOLDER}/([\\da-f-]{36})/(?:${Object.values(ANSWERS).join('|')})$`,
);

/** The token of the rehearsal that an address leads through; `null` where it leads through none. */
export function tokenIn(address: string): string | null {
  return HOP.exec(address)?.[1] ?? null;
}

/**
 * What was observed, with the end that only the token tells: *rehearsed*. The browser itself has to say that it led
 * the request on inside (307, of an extension's making); what a service worker of the page hands out proves nothing.
 * The token is not kept.
 */
export function withRehearsal<T extends Observation>(told: T, tokens: ReadonlySet<string>): T {
  const { outcome, status, redirectUrl, viaServiceWorker } = told;
  if (outcome !== 'blocked-by-extension' || status !== 307 || viaServiceWorker) return told;
  const token = redirectUrl === null ? null : tokenIn(redirectUrl);
  if (token === null || !tokens.has(token)) return told;
  return { ...told, outcome: 'rehearsed', redirectUrl: null };
}

import { ownValue } from '../base/own-value';
import { z } from '../base/schema';
import type { Loader } from '../recording/pixel-request';
import { TRIAL_LIMITS } from './limits';

const addressSchema = z.string().check(z.maxLength(TRIAL_LIMITS.address));
const wordSchema = z.string().check(z.maxLength(60));

/**
 * What a tag asked of the page without a request that a browser's policy tells of: a frame, another page, a window, a
 * hint to connect, a form, a dialog, a worker; `cut` for an address that is longer than is read.
 */
const HINTS = [
  'frame',
  'page',
  'window',
  'form',
  'connect',
  'dialog',
  'worker',
  'beacon',
  'cut',
] as const;
export type Hint = (typeof HINTS)[number];

/** What the sandboxed page tells, one at a time. Nothing of it is believed to be more than a word. */
const ToldSchema = z.union([
  /** The browser held a request back: its directive and the address in full. */
  z.object({ kind: z.literal('held'), directive: wordSchema, url: addressSchema }),
  z.object({ kind: z.literal('hint'), hint: z.enum(HINTS), url: addressSchema }),
  z.object({
    kind: z.literal('error'),
    sentence: z.string().check(z.maxLength(TRIAL_LIMITS.sentence)),
  }),
  /** It is over: the tag is quiet, or it was ended. */
  z.object({ kind: z.literal('over'), why: z.enum(['quiet', 'time', 'busy', 'much']) }),
]);
export type Told = z.infer<typeof ToldSchema>;

/** One thing that the sandboxed page told; `null` where it is none. */
export function readTold(told: unknown): Told | null {
  return ToldSchema.safeParse(told).data ?? null;
}

/** A request that the tag would have made. */
export interface TriedRequest {
  readonly url: string;
  readonly loader: Loader;
}

/** How a trial went. */
export interface Trial {
  readonly requests: readonly TriedRequest[];
  readonly hints: readonly { readonly hint: Hint; readonly url: string }[];
  readonly errors: readonly string[];
  /**
   * `quiet`: the tag had come to rest. `time`, `busy`, `much`: it was ended. `gone`: what it ran in said
   * nothing more, not even that time is up. `read`: it was read and not run.
   */
  readonly end: 'quiet' | 'time' | 'busy' | 'much' | 'gone' | 'read';
}

const LOADERS: Readonly<Record<string, Loader>> = {
  'img-src': 'image',
  'script-src': 'script',
  'script-src-elem': 'script',
  'connect-src': 'fetch',
  'frame-src': 'document',
  'object-src': 'document',
};

/** Gathers what is told until it is over, or until there is more than is read. */
export function gatherTrial() {
  const requests: TriedRequest[] = [];
  const hints: { hint: Hint; url: string }[] = [];
  const errors: string[] = [];
  let told = 0;
  const trial = (end: Trial['end']): Trial => ({ requests, hints, errors, end });
  return {
    /** Takes one more; the whole trial once it is over. */
    take(message: unknown): Trial | null {
      told += 1;
      if (told > TRIAL_LIMITS.told) return trial('much');
      const one = readTold(message);
      if (one === null) return null;
      if (one.kind === 'over') return trial(one.why);
      if (one.kind === 'error') errors.push(one.sentence);
      if (one.kind === 'held') {
        requests.push({ url: one.url, loader: ownValue(LOADERS, one.directive) ?? 'other' });
      }
      if (one.kind === 'hint' && one.hint === 'beacon') {
        requests.push({ url: one.url, loader: 'ping' });
      } else if (one.kind === 'hint' && one.hint === 'frame') {
        requests.push({ url: one.url, loader: 'document' });
      } else if (one.kind === 'hint') hints.push({ hint: one.hint, url: one.url });
      return null;
    },
    /** What there is by now, where there is nobody any more who tells that it is over. */
    ended: (): Trial => trial('gone'),
  };
}

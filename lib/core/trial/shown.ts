import { z } from '../base/schema';
import { TRIAL_LIMITS } from './limits';

/**
 * The elements that a trial has the browser itself load, so that it tells what it would ask for: with the attributes
 * that name an address, and no other. None of them leads anywhere, connects ahead or runs.
 */
const SHOWN = {
  img: ['src', 'srcset', 'sizes'],
  script: ['src'],
  input: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  link: ['href'],
  table: ['background'],
  image: ['href'],
  style: [],
  div: ['style'],
} as const satisfies Record<string, readonly string[]>;
export type ShownName = keyof typeof SHOWN;

const NAMES = [
  'img',
  'script',
  'input',
  'video',
  'audio',
  'link',
  'table',
  'image',
  'style',
  'div',
] as const satisfies readonly ShownName[];

const textSchema = z.string().check(z.maxLength(TRIAL_LIMITS.text));

/** An element that a tag put in, as the worker tells the page around it. */
export const ShownSchema = z.object({
  show: z.enum(NAMES),
  attributes: z.record(z.string(), textSchema),
  /** Of a style. */
  text: textSchema,
});
export type Shown = z.infer<typeof ShownSchema>;

/**
 * Whether an address is of code that the tag has made itself. That has its place in the worker; the page's policy would let
 * it run here, too. Browsers read an address without the controls and blanks in it.
 */
function isOwnCode(address: string): boolean {
  const read = [...address].filter((one) => one > ' ').join('');
  return /^blob:/i.test(read);
}

/** The attributes of an element that are shown. */
export function shownAttributes({
  show,
  attributes,
}: Shown): readonly (readonly [string, string])[] {
  const allowed: readonly string[] = SHOWN[show];
  return Object.entries(attributes).filter(
    ([name, value]) => allowed.includes(name) && !(show === 'script' && isOwnCode(value)),
  );
}

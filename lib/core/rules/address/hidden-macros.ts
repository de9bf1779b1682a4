import type { AddressContext, Sight } from '../rule';
import { put } from './changes';

/** The macros that are there once the address is decoded, and not in the text that the ad server searches. */
export function hiddenMacros({ url, hidden }: AddressContext): readonly Sight[] {
  return hidden.map((at) => {
    const macro = url.text.slice(at.start, at.end);
    // Written again it is as it should be.
    return { at, values: { macro }, change: put(at, macro) };
  });
}

import type { AdServer } from '../../ad-server/ad-server';
import { macrosOf } from '../../ad-server/macros';
import type { Range } from '../../base/range';
import { macrosIn } from '../../macro/shapes';
import type { Parameter } from '../../pixel/read-address';
import type { AddressContext } from '../rule';
import { isPlaceholder } from './placeholders';

/** A macro in a tag for an ad server that is known, and where it stands. */
export interface PlacedMacro {
  readonly text: string;
  readonly at: Range;
  readonly parameter: Parameter;
  readonly server: AdServer;
  /** The ad server's macros. */
  readonly own: readonly string[];
}

/** Every macro to be held against its ad server; none where nobody said which that is. */
export function placedMacros({ url, server, isComputed }: AddressContext): readonly PlacedMacro[] {
  if (!server) return [];
  const own = macrosOf(server);
  return url.parameters.flatMap((parameter) => {
    const text = parameter.value ?? parameter.name;
    const start = parameter.value === null ? parameter.start : parameter.valueRange.start;
    return macrosIn(text).flatMap((macro): PlacedMacro[] => {
      // In a template of JavaScript `${…}` is no macro.
      if (isPlaceholder(macro.text) || (isComputed && macro.text.startsWith('${'))) return [];
      const from = start + macro.start;
      const at = { start: from, end: from + macro.text.length };
      return [{ text: macro.text, at, parameter, server, own }];
    });
  });
}

/** Whether the ad server has the macro in another case. */
export function sameWord({ text, own }: PlacedMacro): string | undefined {
  const word = text.toLowerCase();
  return own.find((known) => known.toLowerCase() === word);
}

/** Whether the ad server replaces nothing at all. */
export function expandsNothing({ server }: PlacedMacro): boolean {
  return server.traps.includes('never-expands');
}

export function valuesOf({ text, server, parameter }: PlacedMacro) {
  return { macro: text, server: server.name, parameter: parameter.name };
}

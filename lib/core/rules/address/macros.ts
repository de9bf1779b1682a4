import type { AdServer } from '../../ad-server/ad-server';
import { ownWriting } from '../../ad-server/macros';
import type { Range } from '../../base/range';
import { rememberLast } from '../../base/remember-last';
import { decodedLayers } from '../../macro/encode';
import { macrosIn } from '../../macro/shapes';
import { looksMarked, serverCodeIn } from '../../macro/suspects';
import type { Parameter } from '../../pixel/read-address';
import type { AddressContext } from '../rule';
import { isPlaceholder } from './placeholders';

/** A macro in a tag for an ad server that is known, and where it stands. */
export interface PlacedMacro {
  readonly text: string;
  readonly at: Range;
  readonly parameter: Parameter;
  readonly server: AdServer;
}

/** The same where nobody said which ad server that is. */
export type FreeMacro = Omit<PlacedMacro, 'server'>;

/** Every macro to be held against its ad server; none where nobody said which that is. */
export function placedMacros(context: AddressContext): readonly PlacedMacro[] {
  const { server } = context;
  return server ? freeMacros(context).map((macro) => ({ ...macro, server })) : [];
}

/** Every macro of the parameters, and what looks like one of a shape that is not known. */
export const freeMacros = rememberLast(findMacros);

function findMacros(context: AddressContext): readonly FreeMacro[] {
  return context.url.parameters.flatMap((parameter) => {
    const text = parameter.value ?? parameter.name;
    const start = parameter.value === null ? parameter.start : parameter.valueRange.start;
    const macros = macrosIn(text);
    const suspect = macros.length === 0 ? suspectIn(context, text) : null;
    if (suspect !== null) {
      return [{ text: suspect, at: { start, end: start + text.length }, parameter }];
    }
    return macros.flatMap((macro): FreeMacro[] => {
      // In a template of JavaScript `${…}` is no macro.
      const isCode = context.isComputed && macro.text.startsWith('${');
      if ((macro.text === text && isPlaceholder(text)) || isCode) return [];
      const from = start + macro.start;
      return [{ text: macro.text, at: { start: from, end: from + macro.text.length }, parameter }];
    });
  });
}

/**
 * The value, decoded, where it looks like a macro of a shape that is not known, or is a program's that no
 * ad server runs; `null` where it does not.
 */
export function suspectIn({ server }: AddressContext, value: string): string | null {
  // Nearly every value is a plain number or a macro.
  if (!/[^\w.~-]/.test(value)) return null;
  const layers = decodedLayers(value);
  const isCode = layers.some((text) => serverCodeIn(text).length > 0);
  if (layers.some(isPlaceholder) || (isCode && server?.traps.includes('never-expands')))
    return null;
  return layers.find(looksMarked) ?? (isCode && server ? value : null);
}

/** Whether the ad server has the macro in another case. */
export function sameWord({ text, server }: PlacedMacro): string | undefined {
  return ownWriting(server, text);
}

/** Whether the ad server replaces nothing at all. */
export function expandsNothing({ server }: PlacedMacro): boolean {
  return server.traps.includes('never-expands');
}

export function valuesOf({ text, server, parameter }: PlacedMacro) {
  return { macro: text, server: server.name, parameter: parameter.name };
}

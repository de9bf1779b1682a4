import { decodeValue } from '../../macro/encode';
import { macrosIn } from '../../macro/shapes';
import type { Parameter } from '../../pixel/read-address';
import type { AddressContext } from '../rule';
import { parameterOf } from './changes';
import { macroLeftIn } from './macro-left';

// `${ANCOST}` is a reserved name inside Xandr and `[ANCOST]` a gap in its own exports (ad-servers.md
// section 1, row 8).
const PLACEHOLDERS: readonly string[] = ['[ANCOST]', '${ANCOST}'];

/** What stands in `ancost`. */
export interface Cost {
  readonly parameter: Parameter;
  readonly value: string;
  readonly kind: 'gap' | 'macro' | 'amount';
}

/** The cost, where there is one; once it fired, whatever holds a macro is one. */
export function costOf({ phase, url, servers }: AddressContext): Cost | null {
  const parameter = parameterOf(url, 'ancost');
  if (!parameter) return null;
  const value = decodeValue(parameter.value ?? '');
  if (phase === 'fired') {
    const kind = macroLeftIn(parameter.value ?? '', servers) ? 'macro' : 'amount';
    return { parameter, value, kind };
  }
  if (PLACEHOLDERS.includes(value.toUpperCase())) return { parameter, value, kind: 'gap' };
  const isMacro = macrosIn(value).some((macro) => macro.text.length === value.length);
  return { parameter, value, kind: isMacro ? 'macro' : 'amount' };
}

import type { Parameter, PixelAddress } from '../../pixel/read-address';
import type { AddressContext } from '../rule';
import { parameterOf } from './changes';
import { isFilledByCode } from './filled-in';
import { macroLeftIn } from './macro-left';
import { isPlaceholder } from './placeholders';

/** A redirect that holds something. */
export interface Redirect {
  readonly url: PixelAddress;
  readonly parameter: Parameter;
  readonly value: string;
}

/** The redirect, where it is one to judge; what is empty or was not filled in has rules of its own. */
export function redirectOf(context: AddressContext): Redirect | null {
  const { phase, url, servers } = context;
  const parameter = parameterOf(url, 'redir');
  const value = parameter?.value ?? '';
  if (!parameter || value === '' || isPlaceholder(value)) return null;
  if (isFilledByCode(context, value)) return null;
  if (phase === 'fired' && macroLeftIn(value, servers)) return null;
  return { url, parameter, value };
}

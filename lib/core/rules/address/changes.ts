import type { Edit } from '../../base/finding';
import type { Range } from '../../base/range';
import type { Parameter, PixelAddress } from '../../pixel/read-address';

/** The parameter with this name; of several the first. */
export function parameterOf({ parameters }: PixelAddress, name: string): Parameter | null {
  return parameters.find((parameter) => parameter.name === name) ?? null;
}

/** Where the parameter stands, or should. */
export function placeOf(url: PixelAddress, parameter: Parameter | null): Range {
  return parameter ?? url.address;
}

/** Puts a text in the place of a range. */
export function put({ start, end }: Range, text: string): Edit {
  return { start, end, text };
}

/** Gives a parameter a value; adds it behind the others and before `redir` where it is not there. */
export function setValue(url: PixelAddress, name: string, value: string): Edit {
  const parameter = parameterOf(url, name);
  if (parameter) return put(parameter, `${name}=${value}`);
  const redir = parameterOf(url, 'redir');
  if (redir) return put({ start: redir.start, end: redir.start }, `${name}=${value}&`);
  const end = url.fragment?.start ?? url.text.length;
  const separator = url.address.end >= end ? '?' : '&';
  return put({ start: end, end }, `${separator}${name}=${value}`);
}

/** Takes a parameter out, with the separator that goes with it. */
export function remove({ text }: PixelAddress, { start, end }: Parameter): Edit {
  const isFirst = text.charAt(start - 1) === '?';
  const hasNext = text.charAt(end) === '&';
  return put(isFirst && hasNext ? { start, end: end + 1 } : { start: start - 1, end }, '');
}

/** Puts another address in its place. */
export function putAll({ text }: PixelAddress, address: string): Edit {
  return { start: 0, end: text.length, text: address };
}

import { macrosIn } from '../../macro/shapes';
import { isCachebusterOf, serversOf } from '../../ad-server/macros';
import { decodeValue } from '../../macro/encode';
import { isPlaceholder } from './placeholders';
import {
  addParameter,
  finding,
  inText,
  parameterOf,
  placeOf,
  replaceValue,
  type TagRule,
} from './rule';

const NO_VALUE = /^(?:|undefined|null|nan)$/i;

/** There is a cachebuster and the ad server will put a new value in its place every time. */
export const cachebuster: TagRule = ({ tag, server, servers }) => {
  const parameter = parameterOf(tag, 'cachebuster');
  const macro = server?.cachebuster ?? null;
  const fill = (value: string) =>
    parameter ? replaceValue(tag, parameter, value) : addParameter(tag, 'cachebuster', value);
  const value = parameter?.value ?? '';
  // Code fills it in when it runs; whether well, it cannot be seen from here.
  if (tag.isComputed && (value === '' || value.includes('${'))) return [];
  const at = parameter ? placeOf(tag, parameter) : inText(tag, tag.url.address);
  const repair = macro === null ? null : fill(macro);
  if (NO_VALUE.test(value)) {
    const values = { value };
    return [finding({ code: 'cachebuster-missing', severity: 'warning', at, values, repair })];
  }
  const decoded = decodeValue(value);
  if (server && isCachebusterOf(server, decoded)) {
    const isWeak = server.traps.includes('cachebuster-may-repeat');
    const values = { macro: decoded, server: server.name };
    return isWeak ? [finding({ code: 'cachebuster-weak', severity: 'info', at, values })] : [];
  }
  if (isPlaceholder(decoded) && (server !== null || serversOf(decoded, servers).length === 0)) {
    const values = { value: decoded };
    return [finding({ code: 'placeholder-left', severity: 'error', at, values, repair })];
  }
  if (macrosIn(decoded).length > 0 || macrosIn(value).length > 0) return [];
  const values = { value: decoded };
  return [finding({ code: 'cachebuster-fixed', severity: 'error', at, values, repair })];
};

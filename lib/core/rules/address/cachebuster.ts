import { isCachebusterOf, serversOf } from '../../ad-server/macros';
import type { Edit } from '../../base/finding';
import type { Range } from '../../base/range';
import { rememberLast } from '../../base/remember-last';
import { decodedLayers, decodeValue } from '../../macro/encode';
import type { AddressContext } from '../rule';
import { parameterOf, placeOf, setValue } from './changes';
import { AMP_RANDOM, isFilledByAmp, isFilledByCode } from './filled-in';
import { isPlaceholder } from './placeholders';

const NO_VALUE = /^(?:|undefined|null|nan)$/i;
// What scripts send when their own variable was something else than they thought.
const NO_NUMBER = /^(?:0|false|\[object[ +]object\])$/i;

/** A cachebuster as it is written or was sent. */
export interface Cachebuster {
  readonly at: Range;
  readonly value: string;
  readonly decoded: string;
  /** There is none, or nothing in it. */
  readonly isNothing: boolean;
  /** A macro of the ad server that will serve the tag. */
  readonly isOwn: boolean;
  /** A word from a sample that nobody replaces. */
  readonly isPlaceholder: boolean;
  /** Puts the ad server's own in its place. */
  readonly change: Edit | null;
}

/** The cachebuster; `null` where code fills it in when it runs: whether well, cannot be seen from here. */
export const cachebusterOf = rememberLast(readCachebuster);

function readCachebuster(context: AddressContext): Cachebuster | null {
  const { phase, url, server, servers, isAmp } = context;
  const parameter = parameterOf(url, 'cachebuster');
  const value = parameter?.value ?? '';
  if (isFilledByCode(context, value)) return null;
  const decoded = decodeValue(value);
  const isOwn =
    isFilledByAmp(context, decoded) || (server !== null && isCachebusterOf(server, decoded));
  const mayBePlaceholder = server !== null || serversOf(decoded, servers).length === 0;
  const macro = server?.cachebuster ?? (isAmp ? AMP_RANDOM : null);
  return {
    at: placeOf(url, parameter),
    value,
    decoded,
    isNothing: NO_VALUE.test(value) || (phase === 'fired' && NO_NUMBER.test(decoded)),
    isOwn,
    isPlaceholder: !isOwn && mayBePlaceholder && decodedLayers(value).some(isPlaceholder),
    change: macro === null ? null : setValue(url, 'cachebuster', macro),
  };
}

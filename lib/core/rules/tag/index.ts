import { address } from './address';
import { ampersands } from './ampersands';
import { cachebuster } from './cachebuster';
import { consent } from './consent';
import { cost } from './cost';
import { encodedMacros } from './encoded-macros';
import { legacyMacros } from './legacy-macros';
import { macros } from './macros';
import { pixelType } from './pixel-type';
import { place } from './place';
import { query } from './query';
import { redirect } from './redirect';
import type { TagRule } from './rule';
import { standing } from './standing';
import { trackerId } from './tracker-id';

/**
 * Every rule for a tag in a text, in the order in which findings are shown and mended: what is found
 * in the wrong place is put right before what is missing is added.
 */
export const TAG_RULES: readonly TagRule[] = [
  ampersands,
  address,
  query,
  redirect,
  trackerId,
  pixelType,
  cachebuster,
  macros,
  legacyMacros,
  encodedMacros,
  cost,
  consent,
  place,
  standing,
];

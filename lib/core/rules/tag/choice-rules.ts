import { cachebuster } from './cachebuster';
import { consent } from './consent';
import { cost } from './cost';
import { macros } from './macros';
import { place } from './place';
import { redirect } from './redirect';
import type { TagRule } from './rule';

/**
 * The rules that a tag can break which was written here: they look at what was chosen for it. The
 * others look at how it is written, and `renderTag` writes it well.
 */
export const CHOICE_RULES: readonly TagRule[] = [
  redirect,
  cachebuster,
  macros,
  cost,
  consent,
  place,
];

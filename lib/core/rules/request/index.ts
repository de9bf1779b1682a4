import { cachebusterFilled } from './cachebuster-filled';
import { cachebusterNew } from './cachebuster-new';
import { costNumber } from './cost-number';
import { firedOnce } from './fired-once';
import { hostExpected } from './host-expected';
import { parametersFilled } from './parameters-filled';
import { pathRight } from './path-right';
import { reachedServer } from './reached-server';
import type { Rule } from './rule';
import { secure } from './secure';
import { trackerActive } from './tracker-active';
import { trackerKnown } from './tracker-known';
import { typeFits } from './type-fits';

/** Every rule for a recorded request, in the order in which their findings are shown. */
export const REQUEST_RULES: readonly Rule[] = [
  reachedServer,
  firedOnce,
  trackerKnown,
  trackerActive,
  typeFits,
  cachebusterFilled,
  cachebusterNew,
  costNumber,
  parametersFilled,
  secure,
  pathRight,
  hostExpected,
];

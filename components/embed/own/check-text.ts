import type { CheckedText } from '@/lib/core/tag/check-text';
import type { TagFinding } from '@/lib/core/tag/finding';
import { ampersands } from '@/lib/core/tag/rules/ampersands';
import { cachebuster } from '@/lib/core/tag/rules/cachebuster';
import { consent } from '@/lib/core/tag/rules/consent';
import { cost } from '@/lib/core/tag/rules/cost';
import { macros } from '@/lib/core/tag/rules/macros';
import { place as placeTaken } from '@/lib/core/tag/rules/place';
import { redirect } from '@/lib/core/tag/rules/redirect';
import type { TagPlace, TagRule } from '@/lib/core/tag/rules/rule';

import { readOwn } from './read-own';

// The rules that a tag of our own making can break, in the order of `TAG_RULES`. Its address, query,
// tracker and `t` are right by construction.
const OWN_RULES: readonly TagRule[] = [
  ampersands,
  redirect,
  cachebuster,
  macros,
  cost,
  consent,
  placeTaken,
];

/**
 * `checkText` of `lib/core/tag` for texts that `renderTag` wrote, at a fifth of its size: the build of
 * the element puts it in that one's place, since the element reads no other text. A property test
 * holds the two together.
 */
export function checkText(text: string, place: TagPlace): CheckedText {
  const reading = readOwn(text);
  const findings = reading.tags.flatMap((tag) =>
    OWN_RULES.flatMap((rule) => rule({ ...place, tag, text })),
  );
  return { ...reading, findings };
}

/** Whether nothing is wrong that keeps a tag from being used. */
export function isUsable(findings: readonly TagFinding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}

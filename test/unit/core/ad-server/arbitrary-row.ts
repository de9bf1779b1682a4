import fc from 'fast-check';

import { ACCEPTS } from '@/lib/core/ad-server/ad-server';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { readProfileRow } from '@/lib/core/ad-server/profile-rules';
import type { ProfileRow } from '@/lib/core/ad-server/profiles';

const KNOWN = new Set(AD_SERVERS.map(({ id }) => id));

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,12}$/);
const macro = fc.oneof(
  word.map((w) => `[${w}]`),
  word.map((w) => `%%${w}%%`),
  word.map((w) => `\${${w}}`),
  word.map((w) => `{{${w}}}`),
  fc.constantFrom(...AD_SERVERS.flatMap(({ cachebuster }) => cachebuster ?? [])),
);
const text = fc
  .string({ minLength: 1, maxLength: 80, unit: 'grapheme' })
  .filter((value) => value.trim() === value && value !== '');

/** Any row that is accepted, as it is after reading. */
export const profileRow: fc.Arbitrary<ProfileRow> = fc
  .record(
    {
      id: fc.oneof(fc.constantFrom(...KNOWN), fc.stringMatching(/^[a-z][a-z0-9]{0,11}$/)),
      name: text,
      hosts: fc.uniqueArray(
        fc.domain().map((host) => `https://${host}/*`),
        { maxLength: 3 },
      ),
      cachebuster: fc.option(macro),
      cachebusterAliases: fc.uniqueArray(macro, { maxLength: 3 }),
      cost: fc.oneof(
        fc.constant(null),
        fc.constant('none' as const),
        fc.record({ macro, unit: fc.option(text) }),
      ),
      consent: fc.record(
        { gdpr: macro, gdprConsent: macro, usPrivacy: macro, gpp: macro },
        { requiredKeys: [] },
      ),
      accepts: fc.uniqueArray(fc.constantFrom(...ACCEPTS)),
      maxLength: fc.option(fc.integer({ min: 1, max: 100_000 })),
      httpsOnly: fc.option(fc.boolean()),
      pasteWhere: fc.option(text),
    },
    { requiredKeys: ['id', 'name'] },
  )
  .map((value): ProfileRow | null => readProfileRow(value, KNOWN).row)
  .filter((value) => value !== null);

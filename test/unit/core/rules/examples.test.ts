import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { checkText } from '@/lib/core/judge/check-text';
import { RULES } from '@/lib/core/rules';
import { ABOUT } from '@/lib/core/rules/entries';
import { ENTRIES, type Entry } from '@/lib/core/rules/entry';
import { checkRequests } from '@/lib/core/verification/checking';

import { rulesPage } from '../../../../scripts/rules-text';
import { ANYWHERE, inConsole } from './places';
import { known, request } from '../verification/build';

// What these need is more than one text can show; those of a page are tried on pages (`test/e2e/on-page.test.ts`).
const TOLD = ['too-long', 'text-too-long'];
const isShown = ({ code, kind }: Entry) =>
  kind !== 'request' &&
  kind !== 'sheet' &&
  kind !== 'page' &&
  kind !== 'expected' &&
  !TOLD.includes(code);

function codesIn({ code, written, server }: Entry, text: string): readonly string[] {
  if (written === null) {
    const [checked] = checkRequests([request(text)], [], known()).rows;
    return (checked?.findings ?? []).map((finding) => finding.code);
  }
  const place = {
    ...(server ? inConsole(server) : ANYWHERE),
    servers: AD_SERVERS,
    field: code === 'more-than-url' ? ('url' as const) : ('any' as const),
    expectedTrackerId: code === 'tracker-other' ? 532 : null,
  };
  return checkText(text, place).findings.map((finding) => finding.code);
}

describe('the examples of a rule', () => {
  it.each(ENTRIES.filter(isShown).map((entry) => [entry.code, entry] as const))(
    '%s: one is wrong, one is right',
    (code, entry) => {
      expect(codesIn(entry, entry.bad)).toContain(code);
      expect(codesIn(entry, entry.good)).not.toContain(code);
    },
  );
});

describe('what is made from the rules is up to date (npm run rules)', () => {
  it('docs/rules.md', () => {
    expect(readFileSync('docs/rules.md', 'utf8')).toBe(rulesPage());
  });

  it('the list of what stands about each', () => {
    expect(Object.keys(ABOUT).toSorted()).toEqual(RULES.map(({ code }) => code).toSorted());
  });

  it('every file of a rule is listed', () => {
    const files = readdirSync('lib/core/rules', { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.includes('/') && file.endsWith('.ts'),
    );
    const rules = files.filter((file) =>
      readFileSync(`lib/core/rules/${file}`, 'utf8').includes('export const about'),
    );
    expect(rules.map((file) => file.replace(/^.*\/|\.ts$/g, '')).toSorted()).toEqual(
      RULES.map(({ code }) => code).toSorted(),
    );
  });
});

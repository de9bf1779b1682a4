import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { buildTag, DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import { TAG_TYPES } from '@/lib/core/tag/tag-spec';
import { writeTag } from '@/lib/core/judge/write-tag';

import { ANYWHERE } from '../rules/places';

/**
 * The tag of every ad server in every form, with its consent macros: read over against the sources in
 * `lib/core/ad-server/notes.ts`. A block is headed by ad server and type; `remarks:` names what is
 * said beside the tag, `refused:` why there is none.
 */
const FIXTURE = path.resolve(import.meta.dirname, '../../../fixtures/every-tag.txt');
const BLOCKS = new Map(
  readFileSync(FIXTURE, 'utf8')
    .trimEnd()
    .split('\n\n')
    .map((block) => {
      const [head = '', ...lines] = block.split('\n');
      return [head, lines.join('\n')] as const;
    }),
);
const TRACKER = { id: 531, name: 'Test Impression Tracker' };

function written(server: (typeof AD_SERVERS)[number], type: (typeof TAG_TYPES)[number]): string {
  const choices = { ...DEFAULT_CHOICES, type, withConsent: true };
  const place = { ...ANYWHERE, server };
  const { text, usable, findings } = writeTag(buildTag(TRACKER, server, choices), place);
  const codes = findings
    .filter(({ severity }) => usable || severity === 'error')
    .map(({ code }) => code);
  if (!usable) return `refused: ${codes.join(', ')}`;
  return codes.length > 0 ? `${text}\nremarks: ${codes.join(', ')}` : text;
}

describe.each(AD_SERVERS)('$name', (server) => {
  it.each(TAG_TYPES)('%s', (type) => {
    expect(written(server, type)).toBe(BLOCKS.get(`${server.id} ${type}`));
  });
});

it('has a block for each and no other', () => {
  expect([...BLOCKS.keys()]).toEqual(
    AD_SERVERS.flatMap(({ id }) => TAG_TYPES.map((type) => `${id} ${type}`)),
  );
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { writeProof } from '@/lib/proof/proof-file';

import { partsOf } from '../../unit/proof/sample';
import { commandIn } from '../../support/run-command';

const FOLDER = mkdtempSync(path.join(tmpdir(), 'check-proof-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

let digest = '';
beforeAll(async () => {
  const proof = await writeProof(partsOf());
  digest = proof.digest;
  writeFileSync(path.join(FOLDER, 'proof.html'), proof.html);
  writeFileSync(path.join(FOLDER, 'other.html'), proof.html.replace('Not seen', 'Pass'));
  writeFileSync(path.join(FOLDER, 'page.html'), '<p>Passed.</p>');
});

const run = commandIn(FOLDER, 'cli/check-proof.ts');

it.each<[string, () => readonly string[], number, object]>([
  ['the file alone', () => ['proof.html'], 0, { state: 'undamaged', problems: [] }],
  ['with its digest', () => ['proof.html', '--digest', digest], 0, { state: 'unchanged' }],
  [
    'with another digest',
    () => ['proof.html', `--digest=${'0'.repeat(64)}`],
    2,
    { state: 'changed', problems: [{ code: 'digest' }] },
  ],
  [
    'a verdict that was changed',
    () => ['other.html'],
    2,
    { state: 'changed', problems: [{ code: 'visible' }] },
  ],
  ['no proof', () => ['page.html'], 3, { state: 'unreadable', problems: [{ code: 'no-proof' }] }],
  [
    'a digest that is none',
    () => ['proof.html', '--digest', 'sha256'],
    3,
    { error: { code: 'digest-wrong' } },
  ],
  ['an empty digest', () => ['proof.html', '--digest='], 3, { error: { code: 'digest-wrong' } }],
  [
    'two digests',
    () => ['proof.html', '--digest', digest, '--digest', '0'.repeat(64)],
    3,
    { error: { code: 'usage' } },
  ],
  ['no file', () => [], 3, { error: { code: 'usage' } }],
  ['two files', () => ['proof.html', 'page.html'], 3, { error: { code: 'usage' } }],
  ['an unknown option', () => ['proof.html', '--sha'], 3, { error: { code: 'usage' } }],
  ['a file that is not there', () => ['gone.html'], 3, { error: { code: 'file-missing' } }],
])('says of %s what it knows', async (_, args, code, out) => {
  expect(await run(args())).toMatchObject({ code, out });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';

import { checkProof } from '@/lib/proof/check-proof';

import { Har12 } from '../../support/har-1-2';
import { charles, chrome, entryOf, firefox, GOOD } from '../../unit/core/recording/har-samples';
import { commandIn } from '../../support/run-command';

const FOLDER = mkdtempSync(path.join(tmpdir(), 'verify-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const run = commandIn(FOLDER, 'cli/verify.ts');

const only = (...entries: object[]) => ({ log: { pages: [], entries } });
const fine = entryOf({ url: GOOD, at: 1 });

describe('a HAR file', () => {
  it('is judged by pages and trackers, and printed as the extension exports it', async () => {
    writeFileSync(path.join(FOLDER, 'a day.har'), JSON.stringify(chrome()));
    const { code, out, said } = await run(['--har', 'a day.har', '--expect', '531,532', '--json']);
    expect(said).toBe('');
    expect(code).toBe(2);
    expect(out).toMatchObject({
      format: 'piggyback-verification',
      recordingSince: '2026-11-24T10:00:00.500Z',
      file: { name: 'a day.har', entries: 4, leftOut: { entries: 0, unreadable: 0 } },
      judgedOn: null,
      expected: [
        { trackerId: 531, verdict: 'pass', fired: 1, findings: [] },
        { trackerId: 532, verdict: 'fail', findings: [{ code: 'bounce-failed' }] },
      ],
      pageViews: [
        {
          url: 'https://news.example/article',
          expected: [{ verdict: 'pass' }, { verdict: 'fail' }],
        },
      ],
      requests: [
        { trackerId: 531, loader: 'image', status: 200, findings: [] },
        { trackerId: 532, outcome: 'bounce-failed', redirectUrl: expect.stringMatching('bounce') },
      ],
    });
    expect(JSON.stringify(out)).not.toContain('SECRET');
  });

  it.each<[string, readonly string[], object, number]>([
    ['a pass', ['--expect', '531'], only(fine), 0],
    ['nothing expected, nothing found', [], only(fine), 0],
    ['a warning', [], only(entryOf({ url: GOOD.replace(/&cache.*/, ''), at: 1 })), 1],
    ['a pass, and an entry that cannot be read', ['--expect', '531'], only(fine, {}), 1],
    ['an error', [], firefox(), 2],
    ['another program', ['--expect=531'], charles(), 2],
    ['not seen', ['--expect', '531', '--expect', '9'], only(fine), 2],
    ['nothing of ours, and something expected', ['--expect', '9'], only(), 2],
  ])('ends by the worst: %s', async (_, args, har, code) => {
    const ended = await run(['--har', '-', ...args], JSON.stringify(har));
    expect(ended).toMatchObject({ code, said: '', out: { format: 'piggyback-verification' } });
  });

  it('is written as the extension exports it, in every format, where a folder is named', async () => {
    const folder = path.join(FOLDER, 'out/a day');
    const ended = await run(
      ['--har', '-', '--expect', '531', '--out', 'out/a day'],
      JSON.stringify(chrome()),
    );
    expect(ended).toMatchObject({ code: 2, out: { format: 'piggyback-verification' } });
    expect(readdirSync(folder).toSorted()).toEqual([
      'proof.html',
      'results.csv',
      'results.har',
      'results.json',
      'results.xlsx',
    ]);
    const read = (name: string) => readFileSync(path.join(folder, name));
    const [digest] = /[0-9a-f]{64}/.exec(ended.said) ?? [];
    expect(await checkProof(new Uint8Array(read('proof.html')), digest ?? null)).toMatchObject({
      state: 'unchanged',
    });
    expect(String(read('proof.html'))).toContain('this was read from a HAR file');
    expect(Har12.safeParse(JSON.parse(String(read('results.har')))).error).toBeUndefined();
    expect(readdirSync(folder).flatMap((name) => /SECRET/.exec(String(read(name))) ?? [])).toEqual(
      [],
    );
    const sheets = await readXlsxFile(path.join(folder, 'results.xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Summary',
      'Per page',
      'Requests',
      'Findings',
      'On the page',
    ]);
  });

  it('is read packed, too', async () => {
    const packed = gzipSync(JSON.stringify(only(fine)));
    expect(await run(['--har', '-'], packed)).toMatchObject({ code: 0, said: '' });
  });
});

const PAGES = ['--pages', '-'];

describe('what cannot be judged', () => {
  writeFileSync(path.join(FOLDER, 'file'), '{}');

  it.each<[string, readonly string[], string, string]>([
    ['nothing named', [], '', 'no-har'],
    ['a name without its option', ['a.har'], '', 'no-har'],
    ['two files', ['--har', '-', 'b.har'], '', 'too-many-hars'],
    ['a file twice', ['--har', '-', '--har', 'b.har'], '', 'too-many-hars'],
    ['a file without a name', ['--har='], '', 'no-har'],
    ['ids that are not joined', ['--har', '-', '--expect', '531', '532'], '', 'too-many-hars'],
    ['an empty list of ids', ['--har', '-', '--expect', ''], '', 'id-unreadable'],
    ['commas alone', ['--har', '-', '--expect', ', ,'], '', 'id-unreadable'],
    ['an id below 0', ['--har', '-', '--expect=-5'], '', 'id-unreadable'],
    ['an id of another kind', ['--har', '-', '--expect', '1e3'], '', 'id-unreadable'],
    ['a proof', ['--har', '-'], '<!doctype html><html lang="en">', 'web-page'],
    ['a ZIP', ['--har', '-'], 'PK\u0003\u0004', 'zip'],
    ['an option nobody knows', ['--har', '-', '--page', 'x'], '', 'option-wrong'],
    ['an option without its value', ['--har'], '', 'option-wrong'],
    ['no id', ['--har', '-', '--expect', '531,x'], '', 'id-unreadable'],
    ['both a file and pages', ['--har', '-', '--pages', '-'], '', 'har-and-pages'],
    [
      'a remote browser that would be billed',
      [...PAGES, '--browser', 'ws://a'],
      '',
      'remote-needs-live',
    ],
    ['no page', PAGES, '# none', 'no-pages'],
    ['a page that is none', PAGES, 'home', 'page-unreadable'],
    ['no browser', [...PAGES, '--chromium', 'nowhere'], 'https://a.example', 'no-browser'],
    ['no list of trackers', [...PAGES, '--expect', 'no.csv'], 'https://a.example', 'file-missing'],
    ['no folder to write', [...PAGES, '--out', 'file/x'], 'https://a.example', 'out-not-writable'],
    [
      'no earlier run',
      [...PAGES, '--baseline', 'file'],
      'https://a.example',
      'baseline-unreadable',
    ],
    ['no such file', ['--har', 'nowhere.har'], '', 'file-missing'],
    ['a folder', ['--har', '.'], '', 'file-not-readable'],
    ['no JSON', ['--har', '-'], 'hello', 'not-json'],
    ['half a file', ['--har', '-'], '{"log": {"entries": [', 'cut-off'],
    ['no HAR', ['--har', '-'], '{}', 'not-har'],
    ['nothing of ours, and nothing expected', ['--har', '-'], '{"entries": []}', 'no-requests'],
  ])('says so: %s', async (_, args, input, code) => {
    const ended = await run(args, input);
    expect(ended.code).toBe(3);
    expect(ended.out).toEqual({
      error: { code, sentence: expect.any(String), next: expect.any(String) },
    });
    expect(ended.said).toMatch(/^\S.*\.\s/);
  });
});

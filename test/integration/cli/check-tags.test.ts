import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod/mini';

import { MAX_FIELD_TEXT, MAX_FILE_BYTES } from '@/lib/core/base/limits';
import { writeXlsx } from '@/lib/files/write-xlsx';

import { commandIn, ROOT, runIn } from '../../support/run-command';

const FOLDER = mkdtempSync(path.join(tmpdir(), 'check-tags-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const URL = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%';
const BARE = 'https://ib.adnxs.com/imptr?id=531&t=2';

const tag = {
  trackerId: z.nullable(z.number()),
  url: z.string(),
  start: z.number(),
  end: z.number(),
};
const finding = {
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  start: z.number(),
  end: z.number(),
  sentence: z.string(),
  next: z.string(),
};
const TextSchema = z.strictObject({
  tags: z.array(z.strictObject(tag)),
  findings: z.array(z.strictObject(finding)),
  mended: z.nullable(z.string()),
});
const cell = { cell: z.string() };
const SheetSchema = z.strictObject({
  sheet: z.string(),
  rows: z.array(
    z.strictObject({
      row: z.number(),
      trackerId: z.nullable(z.number()),
      adServer: z.string(),
      tags: z.array(z.strictObject({ ...cell, ...tag })),
      findings: z.array(z.strictObject({ ...cell, ...finding })),
      mended: z.nullable(z.string()),
      cells: z.array(z.strictObject({ ...cell, text: z.string() })),
    }),
  ),
});
const FailureSchema = z.strictObject({
  error: z.strictObject({ code: z.string(), sentence: z.string(), next: z.string() }),
});

const run = commandIn(FOLDER, 'cli/check-tags.ts');

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(path.join(FOLDER, name), content);
  return name;
}

describe('a text', () => {
  it.each<
    [
      name: string,
      args: readonly string[],
      content: string,
      code: number,
      said: string[],
      mended: string | null,
    ]
  >([
    ['a bare URL', ['--server', 'gam'], URL, 0, [], null],
    [
      'notes alone',
      ['--server', 'cm360'],
      `${BARE}&cachebuster=%n`,
      0,
      ['plain-image-placement'],
      null,
    ],
    ['a warning', ['--server', 'GAM'], BARE, 1, ['cachebuster-missing'], URL],
    ['an error', ['--server=Ad Manager'], URL.replace('https', 'http'), 2, ['not-https'], URL],
    ['another tracker', ['--expect', '532', '--server', 'gam'], URL, 2, ['tracker-other'], null],
    ['a field for URLs', ['--field', 'url'], `<img src="${URL}">`, 2, ['html-in-url-field'], URL],
    ['no tag at all', [], 'Nothing of ours, and nothing wrong.', 0, [], null],
    ['nothing', [], '', 0, [], null],
    [
      'HTML',
      ['--server', 'gam'],
      `<p>x</p>\n<img src="${BARE}">\n`,
      1,
      ['cachebuster-missing'],
      `<p>x</p>\n<img src="${URL}">\n`,
    ],
    [
      'VAST',
      ['--server', 'vast'],
      `<VAST><Impression><![CDATA[${BARE}&cachebuster=[CACHEBUSTING]]]></Impression></VAST>`,
      0,
      [],
      null,
    ],
    [
      'JSON',
      ['--server', 'openrtb'],
      JSON.stringify({ imptrackers: [`${BARE}&cachebuster=\${AUCTION_ID}`] }),
      0,
      [],
      null,
    ],
    ['a list with commas', ['--server', 'gam'], `One, two\n${URL}, and more\n`, 0, [], null],
  ])('%s', async (name, args, content, code, said, mended) => {
    const named = /^[A-Z]/.test(name) ? file(`${name}.txt`, content) : '-';
    const result = await run([...args, named], content);
    const report = TextSchema.parse(result.out);
    const codes = report.findings.map((it) => it.code);
    expect([result.code, codes, report.mended, result.said]).toEqual([code, said, mended, '']);
    for (const { start, end, url } of report.tags) expect(content.slice(start, end)).toBe(url);
    for (const { start, end } of report.findings) {
      expect([start >= 0, start <= end, end <= content.length]).toEqual([true, true, true]);
    }
  });

  it('counts in UTF-16 units, whatever its encoding', async () => {
    const text = `\u{1F600} é ${URL}`;
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16]) {
      const { tags } = TextSchema.parse((await run(['-'], bytes)).out);
      expect(tags).toEqual([{ trackerId: 531, url: URL, start: 5, end: 5 + URL.length }]);
    }
  });

  it('is one where npm runs the command, from any folder', async () => {
    file('one.html', `<img src="${URL}">`);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const args = ['run', '--silent', 'check-tags', '--', '--server', 'gam', 'one.html'];
    const { code, out } = await runIn(FOLDER, [npm, '--prefix', ROOT, ...args], '', FOLDER);
    expect([code, TextSchema.parse(out).tags.length]).toEqual([0, 1]);
  });
});

describe('a sheet', () => {
  const TITLES = ['Ad server', 'Tracker ID', 'Impression URL'];
  const ROWS = [
    ['Ad Manager', '531', URL],
    ['Campaign Manager 360', '531', `${BARE}&cachebuster=[timestamp]`],
    ['', '532', URL],
    ['', '', BARE],
  ];
  const CSV = [TITLES, ...ROWS].map((row) => row.join(',')).join('\n');
  const xlsx = async () => {
    const rows = [TITLES, ...ROWS];
    const sheet = {
      name: 'Tags',
      table: { rows, headerRow: 0 },
      widths: [],
      rowHeight: null,
      fixedColumns: 0,
    };
    return new Uint8Array(await (await writeXlsx([sheet])).arrayBuffer());
  };

  it('has the same for each row, as CSV, TSV, workbook, and from standard input', async () => {
    const inputs: [string, string | Uint8Array][] = [
      [file('a.csv', CSV), ''],
      [file('a.tsv', CSV.replaceAll(',', '\t')), ''],
      [file('a.xlsx', await xlsx()), ''],
      [file('without-an-ending', CSV), ''],
      ['-', CSV],
      ['-', await xlsx()],
    ];
    for (const [name, input] of inputs) {
      const { code, out } = await run(['--server', 'gam', name], input);
      const { rows } = SheetSchema.parse(out);
      expect(code).toBe(2);
      expect(
        rows.map(({ row, trackerId, adServer, findings, mended, cells }) => [
          row,
          trackerId,
          adServer,
          mended,
          cells.map((it) => it.cell).join(),
          ...findings.flatMap((it) => (it.severity === 'info' ? [] : `${it.cell} ${it.code}`)),
        ]),
      ).toEqual([
        [2, 531, 'Google Ad Manager', null, ''],
        [
          3,
          531,
          'Google Campaign Manager 360',
          `${BARE}&cachebuster=%n`,
          'C3',
          'C3 placeholder-left',
        ],
        [4, 532, 'Google Ad Manager', null, '', 'C4 tracker-other'],
        [
          5,
          531,
          'Google Ad Manager',
          null,
          '',
          'B5 tracker-id-missing',
          'C5 cachebuster-missing',
          'C5 tag-edited',
        ],
      ]);
      expect(rows.map(({ tags }) => tags.map(({ cell: at, url }) => [at, url]))).toEqual(
        ROWS.map(([, , url], index) => [[`C${index + 2}`, url]]),
      );
    }
  });

  it('ends well where every row is', async () => {
    const csv = `Placement,Tracker\nHome,${URL}\n`;
    const { code, out } = await run(['--server', 'gam', '--expect', '531', '-'], csv);
    expect([code, SheetSchema.parse(out).rows[0]?.findings]).toEqual([0, []]);
  });
});

describe('what cannot be read is said, with what to do', () => {
  const big = () => file('big.html', Buffer.alloc(MAX_FILE_BYTES + 1, 0x20));
  it.each<[string, () => readonly string[], string]>([
    ['no file is named', () => [], 'no-file'],
    ['two are named', () => ['a', 'b'], 'too-many-files'],
    ['an option nobody has', () => ['--wrong', '-'], 'option-unknown'],
    ['an option without its value', () => ['-', '--server'], 'option-unknown'],
    ['an ad server nobody knows', () => ['--server', 'Nobody', '-'], 'server-unknown'],
    ['a field of another kind', () => ['--field', 'html', '-'], 'field-unknown'],
    ['an id that is none', () => ['--expect', '0', '-'], 'id-unreadable'],
    ['a file that is not there', () => ['nowhere.txt'], 'file-missing'],
    ['a folder', () => ['.'], 'file-not-readable'],
    ['a file that is too large', () => [big()], 'file-too-large'],
    [
      'a text that is too long',
      () => [file('long.txt', ' '.repeat(MAX_FIELD_TEXT + 1))],
      'text-too-long',
    ],
    ['a picture', () => [file('a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))], 'not-text'],
    [
      'an archive of something else',
      () => [file('a.zip', Buffer.from('PK\u0003\u0004....'))],
      'unreadable',
    ],
    [
      'an old workbook',
      () => [file('a.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))],
      'old-format',
    ],
    ['a table without tags', () => [file('none.csv', 'Placement,Size\nHome,1x1\n')], 'no-header'],
  ])('%s', async (_, args, code) => {
    const result = await run(args());
    const { error } = FailureSchema.parse(result.out);
    expect([result.code, error.code]).toEqual([3, code]);
    expect(result.said.trim()).toBe(`${error.sentence} ${error.next}`);
  });
});

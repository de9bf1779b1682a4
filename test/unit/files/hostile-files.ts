import { readFileSync } from 'node:fs';
import path from 'node:path';
import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive, and what is to be wrong with it. */
export interface Part {
  readonly name: string;
  readonly content?: string | Buffer;
  /** Instead of the content packed. */
  readonly packed?: Buffer;
  readonly size?: number;
  readonly method?: number;
  readonly flags?: number;
  readonly checksum?: number;
  /** Instead of where it stands. */
  readonly offset?: number;
}

/** A text over and over as a part of an archive, without ever being held as a whole. */
export function repeated(
  name: string,
  piece: string,
  times: number,
  lie: Partial<Part> = {},
): Part {
  const perBlock = Math.max(1, Math.floor(1_000_000 / piece.length));
  const pack = (count: number) =>
    deflateRawSync(piece.repeat(count), { finishFlush: constants.Z_FULL_FLUSH });
  const block = pack(perBlock);
  const blocks = Array.from({ length: Math.floor(times / perBlock) }, () => block);
  const packed = Buffer.concat([...blocks, pack(times % perBlock), deflateRawSync('')]);
  return { name, packed, size: piece.length * times, checksum: 0, ...lie };
}

/** An archive with whatever is wrong with its parts. */
export function archive(parts: readonly Part[]): ArrayBuffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const content = Buffer.from(part.content ?? '');
    const packed = part.packed ?? deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(part.flags ?? 0, 2);
    head.writeUInt16LE(part.method ?? 8, 4);
    head.writeUInt32LE(part.checksum ?? crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(part.size ?? content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(part.offset ?? offset, 10);
    entries.push(Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), head, place, name);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), head, name, packed]);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length & 0xffff, 8);
  end.writeUInt16LE(parts.length & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Uint8Array.from(Buffer.concat([...locals, directory, end])).buffer;
}

export const SHEET_PART = 'xl/worksheets/sheet1.xml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;

/** The parts of a workbook but its sheet; `others` come in the place of those of the same name. */
export function workbookParts(others: readonly Part[] = []): readonly Part[] {
  const parts: readonly Part[] = [
    {
      name: '_rels/.rels',
      content: `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: '<workbook><sheets><sheet name="Tags" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'sharedStrings', 'sharedStrings.xml')}${relation('rId3', 'styles', 'styles.xml')}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', content: '<sst/>' },
    { name: 'xl/styles.xml', content: '<styleSheet/>' },
  ];
  return [
    ...parts.map((part) => others.find(({ name }) => name === part.name) ?? part),
    ...others.filter(({ name }) => parts.every((part) => part.name !== name)),
  ];
}

/** A workbook of one sheet with this XML. */
export function workbook(sheet: string, others: readonly Part[] = []): ArrayBuffer {
  return archive(workbookParts([...others, { name: SHEET_PART, content: sheet }]));
}

/** A workbook whose sheet, or another part, is a text over and over. */
function workbookOf(part: Part, sheet = sheetXml('')): ArrayBuffer {
  const others = part.name === SHEET_PART ? [part] : [{ name: SHEET_PART, content: sheet }, part];
  return archive(workbookParts(others));
}

const HEADER_ROW =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>Tracker ID</t></is></c><c r="B1" t="inlineStr"><is><t>Impression URL</t></is></c></row>';
export const URL = 'https://ib.adnxs.com/imptr?id=531&amp;t=2';
const TAG_ROW = `<row r="2"><c r="A2"><v>531</v></c><c r="B2" t="inlineStr"><is><t>${URL}</t></is></c></row>`;

/** A sheet with a header, one row with a tag, and then `rows`. */
export function sheetXml(rows: string): string {
  return `<worksheet><sheetData>${HEADER_ROW}${TAG_ROW}${rows}</sheetData></worksheet>`;
}

const CASES = path.resolve(import.meta.dirname, '../../fixtures/hostile/workbooks.json');

/** The small workbooks that were handed in. */
function givenWorkbook(name: string): ArrayBuffer {
  const cases: Record<string, string> = JSON.parse(readFileSync(CASES, 'utf8'));
  return Uint8Array.from(Buffer.from(cases[name] ?? '', 'base64')).buffer;
}

/** A workbook within every bound, and as busy as one can be: six million blank cells but a few. */
export function busyWorkbook(): ArrayBuffer {
  const columns = Array.from({ length: 120 }, (_, at) => `${at < 60 ? 'C' : 'D'}${letter(at)}`);
  const rows = Array.from({ length: 49_000 }, (_, at) => {
    const row = at + 3;
    return `<row r="${row}">${columns.map((column) => `<c r="${column}${row}" s="1"/>`).join('')}</row>`;
  });
  return workbook(sheetXml(rows.join('')));
}

const letter = (at: number) => String.fromCharCode(65 + (at % 26));

const csv = (text: string): ArrayBuffer => new TextEncoder().encode(text).slice().buffer;
const TITLES = 'Tracker ID,Impression URL\n';

/** Files that are made to be heavy, by what they are; each as a way to make it. */
export const HEAVY: Readonly<Record<string, () => ArrayBuffer>> = {
  'a cell in the last row and column': () => givenWorkbook('farcell'),
  'a row beyond the last': () => givenWorkbook('farrow'),
  'a column beyond the last': () => givenWorkbook('farcol'),
  'a blank cell in the last row': () => givenWorkbook('stray_lastrow'),
  '20,000 rows with one cell in the last column': () =>
    workbook(
      sheetXml(
        Array.from(
          { length: 20_000 },
          (_, at) => `<row r="${at + 3}"><c r="XFD${at + 3}"><v>1</v></c></row>`,
        ).join(''),
      ),
    ),
  '100 MB of empty rows': () => workbookOf(repeated(SHEET_PART, '<row/>', 16_600_000)),
  'empty rows without end': () =>
    workbook(
      sheetXml(Array.from({ length: 1_100_000 }, (_, at) => `<row r="${at + 3}"/>`).join('')),
    ),
  '390 MB of spaces': () => workbookOf(repeated(SHEET_PART, ' ', 390_000_000)),
  '2 GiB that is called 100 bytes': () =>
    workbookOf(repeated(SHEET_PART, ' ', 2_147_483_648, { size: 100 })),
  'many tiny parts': () =>
    archive(
      Array.from({ length: 60_000 }, (_, at) => ({
        name: `${at}.xml`,
        packed: Buffer.alloc(0),
        method: 0,
      })),
    ),
  'a cell of 300 MB': () =>
    workbookOf(repeated('xl/sharedStrings.xml', 'a', 300_000_000), sheetXml('')),
  'a cell of 1.9 MB': () => workbook(sheetXml(`<row><c><v>${'a'.repeat(1_900_000)}</v></c></row>`)),
  'shared strings without number': () =>
    workbookOf(repeated('xl/sharedStrings.xml', '<si><t>a</t></si>', 10_000_000)),
  'one long text in every cell': () => {
    const text = Array.from({ length: 12_000 }, (_, at) => at.toString(36))
      .join(' ')
      .slice(0, 50_000);
    const cells = Array.from(
      { length: 20_000 },
      (_, at) => `<row r="${at + 3}"><c r="B${at + 3}" t="s"><v>0</v></c></row>`,
    );
    return workbook(sheetXml(cells.join('')), [
      { name: 'xl/sharedStrings.xml', content: `<sst><si><t>${text}</t></si></sst>` },
    ]);
  },
  'entities within entities': () =>
    workbook(
      `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${sheetXml('<row><c t="str"><v>&b;</v></c></row>')}`,
    ),
  'a CSV of one line': () => csv(TITLES + 'a'.repeat(19_900_000)),
  'a CSV of line breaks': () => csv(TITLES + '\n'.repeat(19_900_000)),
  'a CSV of wide line breaks': () => csv(TITLES + '\r\n'.repeat(9_900_000)),
  'a CSV of a million columns': () => csv(`${TITLES}${'1,'.repeat(1_000_000)}\n`),
  'a CSV of ten million columns': () => csv(','.repeat(19_900_000)),
  'a CSV whose quotation mark is not closed': () => csv(`${TITLES}"${'1,x\n'.repeat(4_000_000)}`),
  'a CSV of quotation marks': () => csv(TITLES + '"'.repeat(19_900_000)),
  'a CSV of quoted cells': () => csv(TITLES + '"a",'.repeat(4_900_000)),
};

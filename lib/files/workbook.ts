import { SheetFileError } from '../core/table/file-problem';
import type { Archive } from './archive';
import { attribute, createXmlParser, type XmlReader } from './xml';

/** A sheet, where it is, and whether it is hidden in the spreadsheet. */
interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

/** What a workbook is made of: where its parts are. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Days are counted from 1904 and not from 1900. */
  readonly from1904: boolean;
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

/** Reads one part of an archive as XML, to its end or for as long as the reader wants more. */
export function readPart(
  archive: Archive,
  part: string,
  reader: XmlReader,
  onProgress?: (done: number) => void,
): void {
  const parser = createXmlParser(reader);
  let goesOn = true;
  archive.unpack(part, (piece, done) => {
    onProgress?.(done);
    goesOn = parser.push(piece);
    return goesOn;
  });
  if (goesOn) parser.finish();
}

/** Where the sheets and what they refer to are. Fails with `SheetFileError`. */
export function readWorkbook(archive: Archive): Workbook {
  const root = [...readRelations(archive, '').values()].find(
    ({ type }) => type === 'officeDocument',
  );
  const main = root?.part ?? 'xl/workbook.xml';
  // Some other archive: a document, a presentation, a picture book.
  if (archive.size(main) === null) throw new SheetFileError('unreadable');
  const relations = readRelations(archive, main);
  const partOf = (wanted: string) =>
    [...relations.values()].find(({ type }) => type === wanted)?.part ?? null;
  const sheets: SheetPart[] = [];
  let from1904 = false;
  readPart(archive, main, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = isTrue(attribute(attributes, 'date1904'));
      if (name !== 'sheet') return;
      const relation = relations.get(attribute(attributes, 'id') ?? '');
      if (relation === undefined) throw new SheetFileError('damaged');
      // Sheets of nothing but a chart have no cells. A part is read once, however often it is named.
      if (relation.type !== 'worksheet') return;
      if (sheets.some(({ part }) => part === relation.part)) return;
      const isHidden = HIDDEN.has(attribute(attributes, 'state') ?? '');
      sheets.push({ name: attribute(attributes, 'name') ?? '', part: relation.part, isHidden });
    },
    close: () => {},
  });
  return { sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), from1904 };
}

/** How a sheet is hidden: by a person, or by a program alone. */
const HIDDEN: ReadonlySet<string> = new Set(['hidden', 'veryHidden']);

/** What a part refers to, by id; of the whole archive for `''`. */
export function readRelations(archive: Archive, owner: string): ReadonlyMap<string, Relation> {
  const cut = owner.lastIndexOf('/') + 1;
  const folder = owner.slice(0, cut);
  const part = `${folder}_rels/${owner.slice(cut)}.rels`;
  const relations = new Map<string, Relation>();
  if (archive.size(part) === null) return relations;
  readPart(archive, part, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const type = attribute(attributes, 'Type') ?? '';
      const target = attribute(attributes, 'Target') ?? '';
      const id = attribute(attributes, 'Id') ?? '';
      relations.set(id, {
        type: type.slice(type.lastIndexOf('/') + 1),
        part: target.startsWith('/') ? target.slice(1) : resolve(folder, target),
      });
    },
    close: () => {},
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** A yes or no of the workbook's XML. */
export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true';
}

import type { AdServer } from '../../ad-server/ad-server';
import { acceptsType } from '../../tag/build-tag';
import { renderTag } from '../../tag/render-tag';
import type { TagSpec, TagType } from '../../tag/tag-spec';
import type { Severity } from '../../verification/finding';
import type { SheetContext, TagRemark } from './check-line';
import { differences } from './compare';
import type { CellTagFinding, SheetFinding, SheetFindingCode } from './finding';
import type { SheetLine, TagCell } from './line';
import { recordedSpec } from './recorded';

/** The rules for tags: `checkText` of `lib/core/tag/check-text.ts`. */
export type CheckCell<F> = (
  text: string,
  context: {
    readonly servers: readonly AdServer[];
    readonly server: AdServer | null;
    readonly field: 'url' | 'any';
    readonly expectedTrackerId: number | null;
    readonly costIsPerImpression: boolean;
  },
) => {
  readonly tags: readonly { readonly spec: TagSpec | null }[];
  readonly findings: readonly F[];
};

export interface CheckedCell<F> {
  readonly cell: TagCell;
  /** The tag, where there is exactly one that can be read. */
  readonly spec: TagSpec | null;
  readonly findings: readonly (SheetFinding | CellTagFinding<F>)[];
}

interface RowFacts {
  readonly line: SheetLine;
  readonly server: AdServer | null;
  readonly trackerId: number | null;
  /** Another tag of the row, for what the columns do not say. */
  readonly like: TagSpec | null;
}

/** Judges one tag cell, by the rules for tags and against its row. */
export function checkCell<F extends TagRemark>(
  cell: TagCell,
  row: RowFacts,
  { servers, checkText, costIsPerImpression }: SheetContext<F>,
): CheckedCell<F> {
  const { text, form } = cell;
  if (isCutOff(cell, row)) {
    return { cell, spec: null, findings: [remark(cell, 'tag-cut-off', 'error')] };
  }
  const { tags, findings } = checkText(text, {
    servers,
    server: row.server,
    field: form === 'url' ? 'url' : 'any',
    expectedTrackerId: row.trackerId,
    costIsPerImpression,
  });
  const specs = tags.flatMap(({ spec }) => spec ?? []);
  const [first] = specs;
  const spec = specs.length === 1 && first ? first : null;
  const said = findings.map((finding) => tagFinding(cell, finding));
  const own = spec
    ? compareWithRow(
        cell,
        spec,
        row,
        said.some(({ severity }) => severity === 'error'),
      )
    : withoutTag(cell, row, specs.length);
  return { cell, spec, findings: [...said, ...own] };
}

function compareWithRow(
  cell: TagCell,
  spec: TagSpec,
  row: RowFacts,
  isBroken: boolean,
): readonly SheetFinding[] {
  const { form } = cell;
  const found = formOf(spec);
  if (form !== 'any' && found !== form) {
    return [remark(cell, 'wrong-form', 'warning', { expected: form, found })];
  }
  if (!acceptsType(row.server, spec.type)) {
    const values = { form: spec.type, server: row.server?.name ?? '' };
    return [remark(cell, 'form-not-taken', 'warning', values)];
  }
  // The rules have named what is broken; that it also differs from the row is no news.
  if (isBroken || form === 'any') return [];
  const expected = recordedSpec(row.line, form, spec.trackerId, row.server, spec);
  return differences(spec, expected).map(({ part, expected, found }) =>
    remark(cell, 'tag-edited', part === 'name' ? 'info' : 'warning', { part, expected, found }),
  );
}

function withoutTag(cell: TagCell, { line }: RowFacts, tagCount: number): readonly SheetFinding[] {
  if (tagCount > 1) {
    return [remark(cell, 'several-tags', 'warning', { count: String(tagCount) })];
  }
  if (/\bimptr\b/i.test(cell.text)) return [remark(cell, 'tag-unreadable', 'error')];
  // In other people's sheets most tags are not ours.
  return line.text('trackerId') ? [remark(cell, 'no-tag', 'error')] : [];
}

// A cell that begins as the right tag does, letter for letter, and then stops.
function isCutOff(cell: TagCell, { line, server, trackerId, like }: RowFacts): boolean {
  const { form } = cell;
  const text = cell.text.trim();
  if (form === 'any' || trackerId === null || text.length < 8) return false;
  const whole = recordedSpec(line, form, trackerId, server, like);
  return [whole, { ...whole, trackerName: null }]
    .map(renderTag)
    .some((tag) => tag.length > text.length && tag.startsWith(text) && !isTagItself(text, tag));
}

// The same tag without its closing comment is still a whole tag.
function isTagItself(text: string, tag: string): boolean {
  return text.endsWith('>') && /^\s*<!--/.test(tag.slice(text.length));
}

// A bare URL in the sheet answers with an image; one that asks for JavaScript is another thing.
function formOf(spec: TagSpec): TagType | 'script-url' {
  return spec.type === 'url' && spec.loadedBy === 'javascript' ? 'script-url' : spec.type;
}

function remark(
  { address, title }: TagCell,
  code: SheetFindingCode,
  severity: Severity,
  values: Readonly<Record<string, string>> = {},
): SheetFinding {
  return { kind: 'sheet', code, severity, values: { column: title, ...values }, address };
}

function tagFinding<F extends TagRemark>(cell: TagCell, finding: F): CellTagFinding<F> {
  const { severity, start, end } = finding;
  const excerpt = cell.text.slice(start, end);
  return { kind: 'tag', severity, finding, address: cell.address, excerpt };
}

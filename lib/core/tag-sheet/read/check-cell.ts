import type { AdServer } from '../../ad-server/ad-server';
import { acceptsType } from '../../tag/write/build-tag';
import { checkText, repairText } from '../../judge/check-text';
import { type Finding, isUsable } from '../../base/finding';
import { renderTag } from '../../tag/write/render-tag';
import type { TagPlace } from '../../rules/rule';
import { formNotTaken } from '../../rules/sheet/form-not-taken';
import { noTag } from '../../rules/sheet/no-tag';
import { severalTags } from '../../rules/sheet/several-tags';
import { tagCutOff } from '../../rules/sheet/tag-cut-off';
import { tagEdited } from '../../rules/sheet/tag-edited';
import { tagUnreadable } from '../../rules/sheet/tag-unreadable';
import { wrongForm } from '../../rules/sheet/wrong-form';
import type { TagSpec, TagType } from '../../tag/tag-spec';
import type { CheckedCell, SheetContext } from './checked';
import { differences } from './compare';
import { cellFinding, type CellFinding, type CellRepair } from './finding';
import type { SheetLine, TagCell } from './line';
import { recordedSpec } from './recorded';

interface RowFacts {
  readonly line: SheetLine;
  readonly server: AdServer | null;
  readonly trackerId: number | null;
  /** Another tag of the row, for what the columns do not say. */
  readonly like: TagSpec | null;
}

/** Judges one tag cell, by the rules for tags and against its row. */
export function checkCell(cell: TagCell, row: RowFacts, context: SheetContext): CheckedCell {
  const { text, form } = cell;
  if (isCutOff(cell, row)) {
    return { cell, spec: null, findings: [cellFinding(cell, tagCutOff)], repair: null };
  }
  const place = {
    ...context,
    server: row.server,
    field: form === 'url' ? 'url' : 'any',
    expectedTrackerId: row.trackerId ?? context.expectedTrackerId ?? null,
  } as const;
  const { tags, findings } = checkText(text, place);
  const specs = tags.flatMap(({ spec }) => spec ?? []);
  const [first] = specs;
  const spec = specs.length === 1 && first ? first : null;
  const isBroken = findings.some(({ severity }) => severity === 'error');
  const own = spec
    ? compareWithRow(cell, spec, row, isBroken)
    : withoutTag(cell, row, specs.length);
  return {
    cell,
    spec,
    findings: [...findings.map((finding) => tagFinding(cell, finding)), ...own],
    repair: isUsable(findings) ? null : mend(cell, place),
  };
}

// A repair that leaves something wrong is none.
function mend({ text, address }: TagCell, place: TagPlace): CellRepair | null {
  const mended = repairText(text, place);
  return isUsable(checkText(mended, place).findings) ? { address, text: mended } : null;
}

function compareWithRow(
  cell: TagCell,
  spec: TagSpec,
  row: RowFacts,
  isBroken: boolean,
): readonly CellFinding[] {
  const { form } = cell;
  const found = formOf(spec);
  if (form !== 'any' && found !== form) {
    // HTML in a column of URLs has a rule of its own.
    if (form === 'url' && isBroken) return [];
    return [cellFinding(cell, wrongForm, { expected: form, found })];
  }
  // Of the other forms the rules for tags say so.
  if (form === 'url' && !acceptsType(row.server, 'url')) {
    const values = { form, server: row.server?.name ?? '' };
    return [cellFinding(cell, formNotTaken, values)];
  }
  // The rules have named what is broken; that it also differs from the row is no news.
  if (isBroken || form === 'any') return [];
  const expected = recordedSpec(row.line, form, spec.trackerId, row.server, spec);
  return differences(spec, expected).map((difference) => {
    const edited = cellFinding(cell, tagEdited, { ...difference });
    return difference.part === 'name' ? { ...edited, severity: 'info' } : edited;
  });
}

function withoutTag(cell: TagCell, { line }: RowFacts, tagCount: number): readonly CellFinding[] {
  if (tagCount > 1) {
    return [cellFinding(cell, severalTags, { count: String(tagCount) })];
  }
  if (/\bimptr\b/i.test(cell.text)) return [cellFinding(cell, tagUnreadable)];
  // In other people's sheets most tags are not ours.
  return line.text('trackerId') ? [cellFinding(cell, noTag)] : [];
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

function tagFinding({ text, address }: TagCell, finding: Finding): CellFinding {
  const { place } = finding;
  return { ...finding, address, excerpt: place ? text.slice(place.start, place.end) : '' };
}

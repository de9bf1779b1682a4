import type { AdServer } from '../../ad-server/ad-server';
import { adServerByName } from '../../ad-server/names';
import { acceptsType } from '../../tag/write/build-tag';
import type { TagSpec } from '../../tag/tag-spec';
import { readTrackerId } from '../../pixel/tracker-id';
import { adServerUnknown } from '../../rules/sheet/ad-server-unknown';
import { rowTrackerInactive } from '../../rules/sheet/row-tracker-inactive';
import { rowWithoutTag } from '../../rules/sheet/row-without-tag';
import { tagMissing } from '../../rules/sheet/tag-missing';
import { trackerIdMissing } from '../../rules/sheet/tracker-id-missing';
import { trackerIdUnreadable } from '../../rules/sheet/tracker-id-unreadable';
import { checkCell } from './check-cell';
import type { CheckedCell, CheckedRow, SheetContext } from './checked';
import { compareCells } from './compare';
import { cellFinding, type CellFinding, sheetFinding } from './finding';
import type { SheetLine, TagCell } from './line';

/** Judges a row: its id and ad server, each tag by itself, and the tags against the row. */
export function checkLine(line: SheetLine, context: SheetContext): CheckedRow {
  const server = serverOf(line, context);
  const idText = line.text('trackerId');
  const trackerId = readTrackerId(idText);
  const filled = line.tagCells.filter(({ text }) => text.trim() !== '');
  const checked = checkCells(filled, line, server, trackerId, context);
  const found = checked.find(({ spec }) => spec !== null)?.spec ?? null;
  const ofTracker = trackerId ?? found?.trackerId ?? null;
  const findings = [
    ...rowFindings(line, server, idText, trackerId, filled.length),
    ...inactive(line, ofTracker, context),
    ...line.tagCells.flatMap((cell) => missingTag(cell, line, server, filled.length)),
    ...checked.flatMap((cell) => cell.findings),
    ...compareCells(checked),
  ];
  return {
    row: line.row + 1,
    trackerId: ofTracker,
    trackerName: line.text('trackerName') || (found?.trackerName ?? ''),
    adServer: server?.name ?? line.text('adServer') ?? '',
    serverId: server?.id ?? null,
    placement: line.text('placement') ?? '',
    verdict: verdictOf(findings, checked),
    findings,
    repairs: checked.flatMap(({ repair }) => repair ?? []),
    tags: filled.map(({ address, text }) => ({ address, text })),
  };
}

// The first tag that can be read is what the others are held against, where columns say nothing.
function checkCells(
  filled: readonly TagCell[],
  line: SheetLine,
  server: AdServer | null,
  trackerId: number | null,
  context: SheetContext,
): readonly CheckedCell[] {
  const checked: CheckedCell[] = [];
  let like: TagSpec | null = null;
  for (const cell of filled) {
    const result: CheckedCell = checkCell(cell, { line, server, trackerId, like }, context);
    like ??= result.spec;
    checked.push(result);
  }
  return checked;
}

function rowFindings(
  line: SheetLine,
  server: AdServer | null,
  idText: string | null,
  trackerId: number | null,
  filled: number,
): readonly CellFinding[] {
  const findings: CellFinding[] = [];
  const idAddress = line.address('trackerId');
  if (idText === '') findings.push(sheetFinding(trackerIdMissing, idAddress));
  else if (idText !== null && trackerId === null) {
    findings.push(sheetFinding(trackerIdUnreadable, idAddress, { text: idText }));
  }
  const name = line.text('adServer');
  if (name && server === null) {
    findings.push(sheetFinding(adServerUnknown, line.address('adServer'), { name }));
  }
  const [first] = line.tagCells;
  if (filled === 0 && first) findings.push(sheetFinding(rowWithoutTag, first.address));
  return findings;
}

function inactive(
  line: SheetLine,
  id: number | null,
  { trackers }: SheetContext,
): readonly CellFinding[] {
  const tracker = id === null ? undefined : trackers?.get(id);
  if (tracker?.state !== 'inactive') return [];
  const at = line.text('trackerId') ? line.address('trackerId') : line.tagCells[0]?.address;
  return [sheetFinding(rowTrackerInactive, at ?? '', { id: String(id), name: tracker.name })];
}

// In a sheet of our own a form's cell is empty only where the ad server does not take that form.
function missingTag(
  cell: TagCell,
  line: SheetLine,
  server: AdServer | null,
  filled: number,
): readonly CellFinding[] {
  const { form, text } = cell;
  if (text.trim() !== '' || filled === 0 || form === 'any' || server === null) return [];
  const isOwn = line.text('trackerId') !== null && line.text('cachebuster') !== null;
  if (!isOwn || !acceptsType(server, form)) return [];
  return [cellFinding(cell, tagMissing, { server: server.name })];
}

function serverOf(line: SheetLine, { servers, server = null }: SheetContext): AdServer | null {
  const name = line.text('adServer');
  return name ? adServerByName(name, servers) : server;
}

function verdictOf(
  findings: CheckedRow['findings'],
  cells: readonly CheckedCell[],
): CheckedRow['verdict'] {
  if (findings.some(({ severity }) => severity === 'error')) return 'error';
  if (findings.some(({ severity }) => severity === 'warning')) return 'warning';
  return cells.some(({ spec }) => spec !== null) ? 'ok' : 'none';
}

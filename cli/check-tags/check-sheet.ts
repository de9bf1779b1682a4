import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { readTags } from '@/lib/core/tag/read/read-tags';
import { readText } from '@/lib/core/table/cells';
import type { SheetContext } from '@/lib/core/tag-sheet/read/checked';
import { lineOf } from '@/lib/core/tag-sheet/read/line';
import type { OpenSheet } from '@/lib/core/tag-sheet/read/open-sheet';
import { checkRow } from '@/lib/core/tag-sheet/read/read-sheet';

import type { Arguments } from './arguments';
import { reportFinding, reportTag, type RowReport, type SheetReport } from './report';

/** Checks every row of a sheet. What its rows say themselves goes before the command's arguments. */
export function checkSheet(sheet: OpenSheet, place: Arguments): SheetReport {
  const context: SheetContext = {
    servers: AD_SERVERS,
    ownHosts: place.ownHosts,
    costIsPerImpression: false,
    server: place.server,
    expectedTrackerId: place.expectedTrackerId,
  };
  return {
    sheet: sheet.name,
    rows: sheet.rows.flatMap((_, index) => rowReport(sheet, index, context) ?? []),
  };
}

function rowReport(sheet: OpenSheet, index: number, context: SheetContext): RowReport | null {
  const checked = checkRow(sheet, index, context);
  const raw = sheet.rows[index];
  const line = raw && lineOf(raw, sheet.header);
  if (!checked || !line) return null;
  const texts = new Map(line.tagCells.map(({ address, text }) => [address, readText(text)]));
  const mended = new Map(checked.repairs.map(({ address, text }) => [address, text]));
  return {
    row: checked.row,
    trackerId: checked.trackerId,
    adServer: checked.adServer,
    tags: [...texts].flatMap(([cell, text]) =>
      readTags(text).tags.map((tag) => ({ cell, ...reportTag(tag) })),
    ),
    findings: checked.findings.map((finding) => ({
      cell: finding.address,
      ...reportFinding(finding, texts.get(finding.address)?.length ?? 0),
    })),
    mended:
      mended.size === 0
        ? null
        : [...texts].map(([cell, text]) => mended.get(cell) ?? text).join('\t'),
    cells: [...mended].map(([cell, text]) => ({ cell, text })),
  };
}

import type { Results } from '../core/verification/results';
import { proofText } from '../text/export/proof';
import { runExportText as text } from '../text/export/run-export';
import { changeText, fromTo, runText } from '../text/verification/verification-run';
import { escapeHtml, shown } from './escape';
import { cells, table } from './tables';

/** What is other than accepted, tracker by tracker and page by page; nothing where all is as it was. */
export function baselineOf({ baseline }: Pick<Results, 'baseline'>): readonly string[] {
  if (!baseline || baseline.changes.length === 0) return [];
  const heads = [proofText.columns.tracker, text.page, text.change, text.findings];
  return [
    `<h2>${escapeHtml(text.baseline)}</h2>`,
    table('changes', heads, baseline.changes.map(rowOf)),
  ];
}

function rowOf(change: NonNullable<Results['baseline']>['changes'][number]): string {
  const { trackerId, url, kind, newFindings, goneFindings } = change;
  const codes = [
    newFindings.length > 0 ? text.newFindings(newFindings) : '',
    goneFindings.length > 0 ? text.goneFindings(goneFindings) : '',
  ].filter(Boolean);
  return cells(
    String(trackerId),
    url === '' ? escapeHtml(runText.onNoPage) : shown(url),
    `${escapeHtml(changeText[kind])} <span class="muted">${escapeHtml(fromTo(change))}</span>`,
    codes.map((line) => `<p class="finding">${shown(line)}</p>`).join(''),
  );
}

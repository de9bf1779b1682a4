import type { ShownFinding } from '../core/verification/results';
import { severityText } from '../text/findings';
import { proofText as text } from '../text/export/proof';
import { escapeHtml, shown } from './escape';

/** Findings as they stand in a cell, each with what to do. */
export function findingsOf(findings: readonly ShownFinding[]): string {
  return findings
    .map(
      ({ severity, text: sentence, next }) =>
        `<p class="finding"><strong class="${severity}">${escapeHtml(severityText[severity])}</strong> ${shown(sentence)} <span class="muted">${escapeHtml(text.next)} ${shown(next)}</span></p>`,
    )
    .join('');
}

/** A table of rows that `cells` made. */
export function table(kind: string, heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  return `<table class="${kind}">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

/** A row of these contents, which are HTML. */
export function cells(...contents: readonly string[]): string {
  return `<tr>${contents.map((content) => `<td>${content}</td>`).join('')}</tr>`;
}

/** Sentences that a reader has to know, one below the other. */
export function notes(sentences: readonly string[]): string {
  if (sentences.length === 0) return '';
  return `<div class="notes">${sentences.map((note) => `<p>${escapeHtml(note)}</p>`).join('')}</div>`;
}

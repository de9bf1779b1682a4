import type { Results, ShownPage } from '../core/verification/results';
import { utcMoment } from '../text/export/not-known';
import { proofOnPageText as text } from '../text/export/proof-on-page';
import { escapeHtml, shown, visible } from './escape';
import { cells, findingsOf, notes, table } from './tables';

/** The tags that were found on the page and did not fire, each with its reason, and what was not read there. */
export function onPageOf({ onPage }: Pick<Results, 'onPage'>): string {
  return [`<h2>${escapeHtml(text.title)}</h2>`, contentOf(onPage ?? null)].join('\n');
}

function contentOf(page: ShownPage | null): string {
  if (page === null) return `<p>${escapeHtml(text.nobody)}</p>`;
  const { tag, where, reason } = text.columns;
  return [
    `<h3>${shown(page.url)}</h3>`,
    `<p>${escapeHtml(text.looked(page, utcMoment(page.lookedAt)))}</p>`,
    notes(text.notRead({ ...page, replaced: page.replaced.map(visible) })),
    ...(page.notFired.length > 0
      ? [
          table(
            'on-page',
            [tag, where, reason],
            page.notFired.map((one) => rowOf(one, page.url)),
          ),
        ]
      : []),
  ].join('\n');
}

function rowOf(tag: ShownPage['notFired'][number], pageUrl: string): string {
  const { trackerId, trackerName, url, frame, path, count, reason } = tag;
  const name = trackerName === null ? '' : `<strong>${shown(trackerName)}</strong> `;
  const times = count > 1 ? ` <span class="muted">${escapeHtml(text.times(count))}</span>` : '';
  const inFrame =
    frame === pageUrl ? '' : `<p class="muted">${escapeHtml(text.frame)} ${shown(frame)}</p>`;
  return cells(
    `${name}${trackerId ?? escapeHtml(text.noId)}${times}<p class="address">${shown(url)}</p>`,
    `${shown(path)}${inFrame}`,
    findingsOf([reason]),
  );
}

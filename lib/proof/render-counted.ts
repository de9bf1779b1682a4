import { drawChart } from '../core/report/chart/draw-chart';
import { type Pairs, pairUp } from '../core/report/chart/pairs';
import type { CountedInProof, CountedPart } from '../core/report/proof/counted-part';
import { compare } from '../core/report/reconcile/reconcile';
import type { Series } from '../core/report/series';
import { totalOf } from '../core/report/series-total';
import { utcMoment } from '../text/export/not-known';
import { countedText as text } from '../text/reports/proof-counted';
import { chartSvg } from './chart-svg';
import { escapeHtml, shown, visible } from './escape';
import { cells, notes, table } from './tables';

/** So many have a picture: a file of hundreds of trackers stays one that can be opened. */
const MOST_DRAWN = 60;
const WIDTH = 312;
const HEIGHT = { alone: 150, compared: 230 };
const MARGINS = { left: 44, right: 14, top: 12, bottom: 22 };
const DATE_ROOM = 50;

/** What kept reports counted, tracker by tracker, each as a picture with its table; `null`: no report is in the file. */
export function countedOf(part: CountedPart | null): string {
  const title = `<h2>${escapeHtml(text.title)}</h2>`;
  if (part === null) return `${title}\n<p>${escapeHtml(text.none)}</p>`;
  const { counted, notCounted, reports } = part;
  return [
    title,
    ...(counted.length > 0 ? [`<p>${escapeHtml(text.lead)}</p>`] : []),
    ...(counted.length > MOST_DRAWN ? [`<p>${escapeHtml(text.notDrawn(MOST_DRAWN))}</p>`] : []),
    ...counted.map((one, at) => trackerOf(one, at < MOST_DRAWN)),
    notes(notCounted.map(({ id, name, why }) => `${nameOf(id, name)}: ${text.notCounted[why]}`)),
    ...reportsOf(reports),
  ].join('\n');
}

function trackerOf(one: CountedInProof, isDrawn: boolean): string {
  const { trackers, timeZone, adServer, seen, why } = one;
  const names = trackers.map(({ id, name }) => nameOf(id, name));
  const pairs = pairUp(seriesOf(one.monetize), adServer && seriesOf(adServer.days));
  const both = pairs.pairs.filter(
    ({ counted, thirdParty }) => counted !== null && thirdParty !== null,
  );
  const sum = (of: (pair: (typeof both)[number]) => number | null) =>
    both.length === 0 ? null : both.reduce((all, pair) => all + (of(pair) ?? 0), 0);
  const whole = compare(
    sum(({ counted }) => counted),
    sum(({ thirdParty }) => thirdParty),
  );
  const times = seen.reduce((all, day) => all + day.times, 0);
  const [first, last] = [seen[0]?.day, seen.at(-1)?.day];
  const seenOn = first === undefined || last === undefined ? null : { first, last };
  const sentences = [
    ...(trackers.length > 1 ? [text.oneOf] : []),
    `${text.whole(totalOf(one.monetize))} ${text.zone(visible(timeZone))} ${text.seen(times, seenOn)}`,
    adServer === null
      ? text.notCompared
      : `${text.adServer(visible(adServer.name ?? text.unnamed), visible(adServer.fileName), adServer.timeZone && visible(adServer.timeZone))} ${text.compared(whole.difference, whole.percent)}`,
  ];
  return [
    `<h3>${names.map((name) => `<bdi>${escapeHtml(name)}</bdi>`).join(', ')}</h3>`,
    ...sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`),
    ...(adServer === null ? [] : whyOf(why)),
    '<div class="counts">',
    ...(isDrawn ? [pictureOf(pairs, names.join(', '))] : []),
    daysOf(pairs, one),
    '</div>',
  ].join('\n');
}

function pictureOf(pairs: Pairs, name: string): string {
  const chart = drawChart(pairs, {
    width: WIDTH,
    height: pairs.isCompared ? HEIGHT.compared : HEIGHT.alone,
    margins: MARGINS,
    dateRoom: DATE_ROOM,
    worst: null,
    withDifference: true,
  });
  const key = text.key[pairs.isCompared ? 'compared' : 'alone'];
  return `<figure>${chartSvg(chart, text.picture(name))}<figcaption class="muted">${escapeHtml(key)}</figcaption></figure>`;
}

function daysOf({ pairs, isCompared }: Pairs, { seen }: CountedInProof): string {
  const { day, seen: fired, monetize, adServer, difference, percent } = text.columns;
  const times = new Map(seen.map((one) => [one.day, one.times]));
  const rows = pairs.map(({ period, counted, thirdParty }) => {
    const apart = compare(counted, thirdParty);
    const theirs = [
      text.count(thirdParty),
      text.difference(apart.difference),
      text.percent(apart.percent),
    ];
    return cells(
      period,
      String(times.get(period) ?? ''),
      ...[text.count(counted), ...(isCompared ? theirs : [])].map(escapeHtml),
    );
  });
  const heads = [day, fired, monetize, ...(isCompared ? [adServer, difference, percent] : [])];
  return table('days', heads, rows);
}

function whyOf(why: CountedInProof['why']): readonly string[] {
  if (why === null) return [`<p>${escapeHtml(text.noWhy)}</p>`];
  const causes = why.causes.map(
    (one) =>
      `<p class="finding"><strong>${shown(one.cause)}</strong> <span class="muted">${shown(one.standing)}</span> ${shown(one.text)}</p>`,
  );
  return [`<p>${escapeHtml(text.whyOf(why))} ${shown(why.text)}</p>`, ...causes];
}

function reportsOf(reports: CountedPart['reports']): readonly string[] {
  if (reports.length === 0) return [];
  const { report, days, made, closed } = text.reportColumns;
  const rows = reports.map((one) => {
    const unread = one.unread > 0 ? `<p>${escapeHtml(text.unread(one.unread))}</p>` : '';
    return cells(
      `${escapeHtml(text.type[one.type])}${unread}`,
      `${escapeHtml(text.span(one))} (${shown(one.timeZone)})`,
      shown(one.madeAt === null ? text.madeUnknown(utcMoment(one.askedAt)) : utcMoment(one.madeAt)),
      shown(one.closedUntil === null ? text.closedUnknown : utcMoment(one.closedUntil)),
    );
  });
  return [
    `<h3>${escapeHtml(text.reports)}</h3>`,
    table('reports', [report, days, made, closed], rows),
    `<p class="muted">${escapeHtml(text.grows)}</p>`,
  ];
}

const seriesOf = (days: CountedInProof['monetize']): Series => ({ by: 'day', ...days });

function nameOf(id: number, name: string | null): string {
  return name === null ? String(id) : `${visible(name)} (${id})`;
}

import { readText } from '../../table/cells';
import type { RawRow } from '../../table/raw-row';

/** What stands above the titles of a report. */
export interface Preamble {
  /** As it stands there; `null` where nothing does. */
  readonly timeZone: string | null;
  /** By its id in the catalogue; `null` where the file does not tell, or tells of two. */
  readonly adServer: string | null;
}

const ZONE_TITLE =
  /^(?:report(?:ing)? |account |network )?(?:time ?zone|zeitzone|fuseau horaire|zona horaria|fuso orario|tijdzone)\s*(?::\s*(.*))?$/i;
const MAX_ZONE = 100;
// A title that says its zone itself: `Date (UTC)`.
const ZONE_IN_TITLE = /^(?:date|day|hour)\s*\((UTC|GMT)\)$/i;

// What a file says of itself: names of the ad server, and titles that no other has.
const MARKS: readonly (readonly [string, RegExp])[] = [
  ['cm360', /\bCM360\b|campaign manager 360|\bDCM\b|^MRC Accredited Metrics|\bDFA\b/i],
  [
    'gam',
    /google ad manager|\bGAM\b|^ad server impressions$|^total line item level impressions$|\bDFP\b/i,
  ],
  ['kevel', /\bkevel\b|\badzerk\b|^flight ?id$/i],
  ['adform', /\badform\b/i],
];

/** Reads it of the rows above the titles and of the titles. */
export function readPreamble(rows: readonly RawRow[], headerRow: number): Preamble {
  const above = rows.filter(({ row }) => row < headerRow).map(textsOf);
  const titles = rows.filter(({ row }) => row === headerRow).flatMap(textsOf);
  const all = [...above.flat(), ...titles];
  const servers = MARKS.filter(([, mark]) => all.some((text) => mark.test(text)));
  const [only] = servers;
  return {
    timeZone:
      zoneIn(above) ?? titles.map((title) => ZONE_IN_TITLE.exec(title)?.[1]).find(Boolean) ?? null,
    adServer: servers.length === 1 && only ? only[0] : null,
  };
}

function zoneIn(rows: readonly (readonly string[])[]): string | null {
  for (const texts of rows) {
    for (const [at, text] of texts.entries()) {
      const title = ZONE_TITLE.exec(text);
      const zone = title && (title[1]?.trim() || texts[at + 1]);
      if (zone) return zone.slice(0, MAX_ZONE);
    }
  }
  return null;
}

function textsOf({ values }: RawRow): readonly string[] {
  return values.map((value) => readText(value).trim()).filter(Boolean);
}

import type { DatabaseSync } from 'node:sqlite';

import { z } from 'zod';

import { number, type Row, text } from '../state/row.ts';

/** A creative in one of the consoles. */
export interface Creative {
  readonly id: number;
  readonly console: string;
  readonly name: string;
  readonly landingUrl: string;
  readonly width: number;
  readonly height: number;
  /** The third-party impression pixels, exactly as they were typed or pasted. */
  readonly pixels: string;
}

/** The edit form. Browsers send line ends as CRLF; what is kept has LF. */
export const CreativeForm = z.object({
  name: z.string().trim().min(1, 'A creative needs a name'),
  landingUrl: z.url({ protocol: /^https?$/, error: 'The landing page must be an http(s) URL' }),
  size: z
    .string()
    .regex(/^\d{1,4}x\d{1,4}$/, 'The size must look like 300x250')
    .transform((size) => size.split('x').map(Number)),
  thirdPartyPixels: z.string().transform((pixels) => pixels.replaceAll('\r\n', '\n')),
});

/** All creatives of a console. */
export function listCreatives(db: DatabaseSync, console: string): Creative[] {
  const rows = db.prepare('SELECT * FROM creatives WHERE console = ? ORDER BY id').all(console);
  return rows.map(readCreative);
}

/** One creative by its id, which is unique over all consoles. */
export function findCreative(db: DatabaseSync, id: string): Creative | null {
  const row = db.prepare('SELECT * FROM creatives WHERE id = ?').get(id);
  return row ? readCreative(row) : null;
}

/** Writes what the edit form sent. */
export function saveCreative(
  db: DatabaseSync,
  id: number,
  form: z.output<typeof CreativeForm>,
): void {
  const [width = 300, height = 250] = form.size;
  db.prepare(
    'UPDATE creatives SET name = ?, landing_url = ?, width = ?, height = ?, pixels = ? WHERE id = ?',
  ).run(form.name, form.landingUrl, width, height, form.thirdPartyPixels, id);
}

function readCreative(row: Row): Creative {
  return {
    id: number(row, 'id'),
    console: text(row, 'console'),
    name: text(row, 'name'),
    landingUrl: text(row, 'landing_url'),
    width: number(row, 'width'),
    height: number(row, 'height'),
    pixels: text(row, 'pixels'),
  };
}

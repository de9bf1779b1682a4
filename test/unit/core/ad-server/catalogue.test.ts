import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { splitMacros } from '@/lib/core/macro/shapes';
import { macrosOf } from '@/lib/core/ad-server/macros';
import { AD_SERVER_NOTES } from '@/lib/core/ad-server/notes';
import { z } from '@/lib/core/base/schema';

/** A row of the reference file, which is where every fact of the catalogue comes from. */
const ReferenceSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    hosts: z.array(z.string()),
    cachebuster: z.nullable(z.string()),
    cachebusterAliases: z.array(z.string()),
    cost: z.nullable(z.string()),
    costUnit: z.nullable(z.string()),
    click: z.nullable(z.string()),
    clickEscaped: z.nullable(z.string()),
    consent: z.record(z.string(), z.nullable(z.string())),
    alsoReplaces: z.array(z.string()),
    ids: z.record(z.string(), z.string()),
    accepts: z.array(z.string()),
    pasteWhere: z.nullable(z.string()),
    httpsOnly: z.nullable(z.boolean()),
    maxLength: z.nullable(z.number()),
    ui: z.nullable(z.string()),
    notes: z.array(z.string()),
    fieldConfidence: z.record(z.string(), z.string()),
    source: z.array(z.string()),
    confidence: z.string(),
  }),
);
const REFERENCE = ReferenceSchema.parse(
  JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../../../fixtures/ad-servers.json'), 'utf8'),
  ),
);

describe('the catalogue is the reference', () => {
  it('row for row', () => {
    expect(AD_SERVERS.map(({ id }) => id)).toEqual(REFERENCE.map(({ id }) => id));
    expect(Object.keys(AD_SERVER_NOTES)).toEqual(REFERENCE.map(({ id }) => id));
  });
  it.each(REFERENCE)('$name', (row) => {
    const server = AD_SERVERS.find(({ id }) => id === row.id);
    const { traps: _, ...facts } = server ?? { traps: [] };
    const consent = Object.fromEntries(Object.entries(row.consent).filter(([, macro]) => macro));
    expect(facts).toEqual({
      id: row.id,
      name: row.name,
      hosts: row.hosts,
      cachebuster: row.cachebuster,
      cachebusterAliases: row.cachebusterAliases,
      cost:
        row.cost === null || row.cost === 'none'
          ? row.cost
          : { macro: row.cost, unit: row.costUnit },
      click: row.click,
      clickEscaped: row.clickEscaped,
      consent,
      alsoReplaces: row.alsoReplaces,
      ids: row.ids,
      accepts: row.accepts,
      pasteWhere: row.pasteWhere,
      httpsOnly: row.httpsOnly,
      maxLength: row.maxLength,
      confidence: row.confidence,
    });
    expect(AD_SERVER_NOTES[row.id]).toEqual({
      sources: row.source,
      notes: row.notes,
      fields: row.fieldConfidence,
      ui: row.ui,
    });
  });
});

describe('every macro of the catalogue', () => {
  it.each(AD_SERVERS)('of $name is seen as one', (server) => {
    for (const macro of macrosOf(server)) {
      expect(splitMacros(macro)).toEqual([{ text: macro, start: 0, isMacro: true }]);
    }
  });
});

import { z } from '../base/schema';
import { ACCEPTS, type AdServer } from './ad-server';
import { readProfileRow, type RowProblem } from './profile-rules';
import type { ProfileField, ProfileRow } from './profiles';

/**
 * A row as it stands in the form: everything as text, so that nothing typed is lost, however wrong.
 * Empty means "not given": for an override the catalogue's value stays.
 */
export const ProfileDraftSchema = z.object({
  /** `null` for a new ad server, whose id is made of its name. */
  id: z.nullable(z.string()),
  name: z.string(),
  /** One address a line. */
  hosts: z.string(),
  cachebuster: z.string(),
  /** One macro a line. */
  cachebusterAliases: z.string(),
  cost: z.enum(['', 'none', 'macro']),
  costMacro: z.string(),
  costUnit: z.string(),
  gdpr: z.string(),
  gdprConsent: z.string(),
  gpp: z.string(),
  gppSid: z.string(),
  accepts: z.array(z.enum(ACCEPTS)),
  maxLength: z.string(),
  httpsOnly: z.enum(['', 'yes', 'no']),
  pasteWhere: z.string(),
});
export type ProfileDraft = z.infer<typeof ProfileDraftSchema>;

const CONSENT = ['gdpr', 'gdprConsent', 'gpp', 'gppSid'] as const;

/** The form of a row; without one, an empty form, of an override of `id` where given. */
export function draftOfRow(row: ProfileRow | null, id: string | null = null): ProfileDraft {
  const cost = row?.cost;
  return {
    id: row?.id ?? id,
    name: row?.name ?? '',
    hosts: (row?.hosts ?? []).join('\n'),
    cachebuster: row?.cachebuster ?? '',
    cachebusterAliases: (row?.cachebusterAliases ?? []).join('\n'),
    cost: cost === 'none' ? 'none' : cost ? 'macro' : '',
    costMacro: cost && cost !== 'none' ? cost.macro : '',
    costUnit: cost && cost !== 'none' ? (cost.unit ?? '') : '',
    gdpr: row?.consent?.gdpr ?? '',
    gdprConsent: row?.consent?.gdprConsent ?? '',
    gpp: row?.consent?.gpp ?? '',
    gppSid: row?.consent?.gppSid ?? '',
    accepts: [...(row?.accepts ?? [])],
    maxLength: row?.maxLength?.toString() ?? '',
    httpsOnly:
      row?.httpsOnly === undefined || row.httpsOnly === null ? '' : row.httpsOnly ? 'yes' : 'no',
    pasteWhere: row?.pasteWhere ?? '',
  };
}

export interface DraftReading {
  readonly row: ProfileRow | null;
  readonly problems: readonly RowProblem[];
}

/**
 * The row that a form means, or what is wrong with it. A field that was not touched stays as it is in
 * `base`, also where the form cannot show it: a "not known" from a file, the US Privacy macro.
 */
export function readDraft(
  draft: ProfileDraft,
  base: ProfileRow | null,
  catalogue: readonly AdServer[],
  takenIds: ReadonlySet<string>,
): DraftReading {
  if (draft.id === null && !draft.name.trim()) {
    return { row: null, problems: [{ field: 'name', code: 'name-missing', value: '' }] };
  }
  const before = draftOfRow(base, draft.id);
  const touched = (names: readonly (keyof ProfileDraft)[]) =>
    names.some((name) => JSON.stringify(draft[name]) !== JSON.stringify(before[name]));
  const pick = (name: ProfileField, given: unknown, shownAs: readonly (keyof ProfileDraft)[]) =>
    base && !touched(shownAs) ? base[name] : given;
  const written = {
    id: draft.id ?? idOf(draft.name, takenIds),
    name: pick('name', text(draft.name), ['name']),
    hosts: pick('hosts', lines(draft.hosts), ['hosts']),
    cachebuster: pick('cachebuster', text(draft.cachebuster), ['cachebuster']),
    cachebusterAliases: pick('cachebusterAliases', lines(draft.cachebusterAliases), [
      'cachebusterAliases',
    ]),
    cost: pick('cost', costOf(draft), ['cost', 'costMacro', 'costUnit']),
    consent: pick('consent', consentOf(draft, base), CONSENT),
    accepts: pick('accepts', draft.accepts.length > 0 ? draft.accepts : undefined, ['accepts']),
    maxLength: pick('maxLength', lengthOf(draft.maxLength), ['maxLength']),
    httpsOnly: pick('httpsOnly', draft.httpsOnly ? draft.httpsOnly === 'yes' : undefined, [
      'httpsOnly',
    ]),
    pasteWhere: pick('pasteWhere', text(draft.pasteWhere), ['pasteWhere']),
  };
  const given = Object.entries(written).filter(([, value]) => value !== undefined);
  return readProfileRow(Object.fromEntries(given), new Set(catalogue.map(({ id }) => id)));
}

/** An id that is not taken, made of a name: `Our Ad Server` → `our-ad-server`. */
export function idOf(name: string, takenIds: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  const id = plain || 'ad-server';
  for (let n = 2, tried = id; ; n += 1) {
    if (!takenIds.has(tried)) return tried;
    tried = `${id}-${n}`;
  }
}

function text(value: string): string | undefined {
  return value.trim() || undefined;
}

function lines(value: string): string[] | undefined {
  const found = value.split('\n').flatMap((line) => text(line) ?? []);
  return found.length > 0 ? found : undefined;
}

function consentOf(draft: ProfileDraft, base: ProfileRow | null): unknown {
  const macros = CONSENT.flatMap((name) =>
    draft[name].trim() ? [[name, draft[name].trim()]] : [],
  );
  const usPrivacy = base?.consent?.usPrivacy;
  const consent = { ...Object.fromEntries(macros), ...(usPrivacy !== undefined && { usPrivacy }) };
  return Object.keys(consent).length > 0 ? consent : undefined;
}

function costOf({ cost, costMacro, costUnit }: ProfileDraft): unknown {
  if (cost === '') return undefined;
  return cost === 'none' ? 'none' : { macro: costMacro.trim(), unit: costUnit.trim() || null };
}

// What is no number goes on as it is, to be refused with the rest.
function lengthOf(value: string): number | string | undefined {
  const written = text(value);
  return written !== undefined && /^\d+$/.test(written) ? Number(written) : written;
}

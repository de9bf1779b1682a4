import { z } from '../base/schema';
import { ACCEPTS, type AdServer, defineAdServer } from './ad-server';

const macro = z.nullable(z.string());

/**
 * A person's or an administrator's row: what it gives replaces what the catalogue says of the same
 * id; what it leaves out stays. `null` says that it is not known. This schema reads rows that were
 * accepted once (`profile-rules.ts` says what is accepted).
 */
export const ProfileRowSchema = z.object({
  id: z.string(),
  name: z.optional(z.string()),
  hosts: z.optional(z.array(z.string())),
  cachebuster: z.optional(macro),
  cachebusterAliases: z.optional(z.array(z.string())),
  cost: z.optional(
    z.union([
      z.null(),
      z.literal('none'),
      z.object({ macro: z.string(), unit: z.nullable(z.string()) }),
    ]),
  ),
  consent: z.optional(
    z.object({
      gdpr: z.optional(z.string()),
      gdprConsent: z.optional(z.string()),
      usPrivacy: z.optional(z.string()),
      gpp: z.optional(z.string()),
      gppSid: z.optional(z.string()),
    }),
  ),
  accepts: z.optional(z.array(z.enum(ACCEPTS))),
  maxLength: z.optional(z.nullable(z.number())),
  httpsOnly: z.optional(z.nullable(z.boolean())),
  pasteWhere: z.optional(z.nullable(z.string())),
});
export type ProfileRow = z.infer<typeof ProfileRowSchema>;
export type ProfileField = Exclude<keyof ProfileRow, 'id'>;

/** Both sets of rows, as they are kept. An administrator's go first. */
export interface Profiles {
  readonly managed: readonly ProfileRow[];
  readonly own: readonly ProfileRow[];
}

export const NO_PROFILES: Profiles = { managed: [], own: [] };

/**
 * Every ad server there is to choose from: new ones first (an administrator's, then the person's),
 * then the catalogue with what was overridden. A person's row of an id that the administrator has
 * set counts for nothing (`shadowedIds`).
 */
export function mergeProfiles(
  catalogue: readonly AdServer[],
  managed: readonly ProfileRow[],
  own: readonly ProfileRow[],
): readonly AdServer[] {
  const rows = effectiveRows({ managed, own });
  const known = new Set(catalogue.map((server) => server.id));
  const added = [...rows.values()].filter(({ id, name }) => !known.has(id) && name !== undefined);
  return [
    ...added.map((row) =>
      override(defineAdServer({ id: row.id, name: row.id, confidence: 'own' }), row),
    ),
    ...catalogue.map((server) => {
      const row = rows.get(server.id);
      return row ? override(server, row) : server;
    }),
  ];
}

/** Ids of a person's rows that count for nothing, because the administrator has set them. */
export function shadowedIds({ managed, own }: Profiles): ReadonlySet<string> {
  const set = new Set(managed.map(({ id }) => id));
  return new Set(own.map(({ id }) => id).filter((id) => set.has(id)));
}

/** What a row gives: for those fields of its ad server the confidence is `own`. */
export function fieldsOf(row: ProfileRow): readonly ProfileField[] {
  return FIELDS.filter((field) => row[field] !== undefined);
}

export const FIELDS: readonly ProfileField[] = [
  'name',
  'hosts',
  'cachebuster',
  'cachebusterAliases',
  'cost',
  'consent',
  'accepts',
  'maxLength',
  'httpsOnly',
  'pasteWhere',
];

// What goes into a tag; the address of a console says nothing about how sure its macros are.
const DECISIVE: readonly ProfileField[] = ['cachebuster', 'cost', 'consent', 'accepts'];

function effectiveRows({ managed, own }: Profiles): ReadonlyMap<string, ProfileRow> {
  const rows = new Map<string, ProfileRow>(managed.map((row) => [row.id, row]));
  for (const row of own) if (!rows.has(row.id)) rows.set(row.id, row);
  return rows;
}

function override(server: AdServer, row: ProfileRow): AdServer {
  const { id: _, ...rest } = row;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const isDecided = DECISIVE.some((field) => row[field] !== undefined);
  return {
    ...server,
    ...given,
    confidence: isDecided ? 'own' : server.confidence,
  };
}

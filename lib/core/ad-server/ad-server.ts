/** What the pixel field of an ad server takes: a bare URL, an image or script tag, or any HTML. */
export const ACCEPTS = ['url', 'img', 'script', 'html'] as const;
export type Accepts = (typeof ACCEPTS)[number];

/** How sure a row of the catalogue is; `own` is what a person or an administrator said. */
const CONFIDENCES = ['documented', 'seen in public code', 'uncertain', 'own'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The macro for what was paid, and its unit in the ad server's own words (`null`: not stated). */
export interface CostMacro {
  readonly macro: string;
  readonly unit: string | null;
}

/** Macros for consent. Where a number names a vendor it is the receiver's: Xandr is 32 (IAB GVL). */
export interface ConsentMacros {
  readonly gdpr?: string;
  readonly gdprConsent?: string;
  readonly usPrivacy?: string;
  readonly gpp?: string;
  readonly gppSid?: string;
}

/**
 * What an ad server does to a tag that nobody expects (each server's notes in the reference):
 * - `lower-case-escapes`: reads `%` and one of some lower-case letters as a macro of its own
 * - `unquoted-src`: writes the URL without quotes
 * - `appends-number`: adds a number to the end where it finds no cachebuster of its own
 * - `consent-pair`: its consent macro stands for name and value together
 * - `rewrites-ampersands`: its rich-text editor may turn `&` into `&amp;`
 * - `plain-image-placement`: event tags do not fire with plain image placement tags
 * - `never-expands`: replaces nothing at all
 * - `cachebuster-may-repeat`: two impressions may get the same value
 * - `ignores-case`: `[ft_random]` is as good as `[FT_RANDOM]`
 * - `reads-encoded`: sees `%5BFT_RANDOM%5D` as it sees `[FT_RANDOM]`
 * - `retired`: serves no new campaigns; it stays for old tags and sheets
 */
const TRAPS = [
  'lower-case-escapes',
  'unquoted-src',
  'appends-number',
  'consent-pair',
  'rewrites-ampersands',
  'plain-image-placement',
  'never-expands',
  'cachebuster-may-repeat',
  'ignores-case',
  'reads-encoded',
  'retired',
] as const;
export type Trap = (typeof TRAPS)[number];

/**
 * An ad server profile: how an ad server writes its macros and where its console lives. `null`
 * stands for what is not known: it is asked for, never invented.
 */
export interface AdServer {
  readonly id: string;
  readonly name: string;
  /** Match patterns of its console. Empty where none is known. */
  readonly hosts: readonly string[];
  readonly cachebuster: string | null;
  readonly cachebusterAliases: readonly string[];
  /** `none` where its macro list was read and has no such macro. */
  readonly cost: CostMacro | 'none' | null;
  readonly click: string | null;
  readonly clickEscaped: string | null;
  readonly consent: ConsentMacros;
  /** Further macros it replaces, which no tag is built with; `_n` at the end is any number. */
  readonly alsoReplaces: readonly string[];
  /** Macros for ids, by what they identify: `placement`, `creative`, `site` … */
  readonly ids: Readonly<Record<string, string>>;
  /** Empty where it is not known: then nothing is ruled out. */
  readonly accepts: readonly Accepts[];
  /** Where in its console the tag goes, in words. */
  readonly pasteWhere: string | null;
  readonly httpsOnly: boolean | null;
  /** Longest URL its field takes, in characters. */
  readonly maxLength: number | null;
  readonly confidence: Confidence;
  readonly traps: readonly Trap[];
}

/** A row as it is written down: what is left out is not known, and what is there documented. */
export type AdServerRow = Pick<AdServer, 'id' | 'name'> & Partial<AdServer>;

/** A whole profile from a row. */
export function defineAdServer(row: AdServerRow): AdServer {
  return {
    hosts: [],
    cachebuster: null,
    cachebusterAliases: [],
    cost: null,
    click: null,
    clickEscaped: null,
    consent: {},
    alsoReplaces: [],
    ids: {},
    accepts: [],
    pasteWhere: null,
    httpsOnly: null,
    maxLength: null,
    confidence: 'documented',
    traps: [],
    ...row,
  };
}

/** The cost macro of an ad server, or `null` where it has none or none is known. */
export function costMacroOf(server: AdServer | null): CostMacro | null {
  return server === null || server.cost === 'none' ? null : server.cost;
}

import { encodeValue } from '../macro/encode';
import { ACCEPTS, type Accepts } from './ad-server';
import { type HostProblem, readHostPattern } from '../base/host-pattern';
import { FIELDS, type ProfileRow } from './profiles';

export type ProblemCode =
  | HostProblem
  | 'not-an-object'
  | 'not-text'
  | 'not-a-list'
  | 'too-long'
  | 'id-missing'
  | 'id-bad'
  | 'name-missing'
  | 'nothing-given'
  | 'macro-empty'
  | 'macro-space'
  | 'macro-quote'
  | 'macro-bracket'
  | 'macro-plain'
  | 'macro-encoded'
  | 'cost-bad'
  | 'consent-bad'
  | 'accepts-unknown'
  | 'length-bad'
  | 'not-yes-or-no';

/** Why a row is refused: where, what, and what stood there. */
export interface RowProblem {
  readonly field: string;
  readonly code: ProblemCode;
  readonly value: string;
}

export interface RowReading {
  /** `null` where there is a problem. */
  readonly row: ProfileRow | null;
  readonly problems: readonly RowProblem[];
  /** Names in the row that mean nothing here and were left out. */
  readonly ignored: readonly string[];
}

const CONSENT = ['gdpr', 'gdprConsent', 'usPrivacy', 'gpp', 'gppSid'] as const;
const LONGEST_MACRO = 200;
const LONGEST_TEXT = 1000;

/**
 * Reads one row of a profiles file or form. Nothing is guessed: a field that cannot be used as it is
 * written refuses the whole row. `knownIds` are the catalogue's, whose rows need no name.
 */
export function readProfileRow(value: unknown, knownIds: ReadonlySet<string>): RowReading {
  if (!isRecord(value)) return refused([{ field: '', code: 'not-an-object', value: shown(value) }]);
  const problems: RowProblem[] = [];
  const read = <T>(field: string, reader: (value: unknown) => T | Complaint): T | undefined => {
    if (!Object.hasOwn(value, field) || value[field] === undefined) return undefined;
    const result = reader(value[field]);
    if (!(result instanceof Complaint)) return result;
    problems.push({ field, code: result.code, value: shown(result.value) });
    return undefined;
  };
  const id = readId(value.id);
  if (id instanceof Complaint)
    problems.push({ field: 'id', code: id.code, value: shown(id.value) });
  const fields = {
    name: read('name', (name) => readText(name, 100)),
    hosts: read('hosts', readHosts),
    cachebuster: read('cachebuster', orNull(readMacro)),
    cachebusterAliases: read('cachebusterAliases', readAliases),
    cost: read('cost', orNull(readCost)),
    consent: read('consent', readConsent),
    accepts: read('accepts', readAccepts),
    maxLength: read('maxLength', orNull(readLength)),
    httpsOnly: read('httpsOnly', orNull(readYesNo)),
    pasteWhere: read(
      'pasteWhere',
      orNull((text) => readText(text, LONGEST_TEXT)),
    ),
  };
  const given = Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined));
  if (problems.length === 0 && !(id instanceof Complaint)) {
    if (!knownIds.has(id) && fields.name === undefined) {
      problems.push({ field: 'name', code: 'name-missing', value: id });
    } else if (Object.keys(given).length === 0) {
      problems.push({ field: '', code: 'nothing-given', value: id });
    }
  }
  const names: readonly string[] = ['id', ...FIELDS];
  const ignored = Object.keys(value).filter((name) => !names.includes(name));
  if (problems.length > 0 || id instanceof Complaint) return { row: null, problems, ignored };
  return { row: { id, ...given }, problems, ignored };
}

class Complaint {
  readonly code: ProblemCode;
  readonly value: unknown;
  constructor(code: ProblemCode, value: unknown) {
    this.code = code;
    this.value = value;
  }
}

function orNull<T>(reader: (value: unknown) => T | Complaint) {
  return (value: unknown): T | null | Complaint => (value === null ? null : reader(value));
}

function readId(value: unknown): string | Complaint {
  if (value === undefined || value === '') return new Complaint('id-missing', value);
  const isId = typeof value === 'string' && /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(value);
  return isId ? value : new Complaint('id-bad', value);
}

function readText(value: unknown, longest: number): string | Complaint {
  if (typeof value !== 'string' || value.trim() === '') return new Complaint('not-text', value);
  return value.length > longest ? new Complaint('too-long', value) : value.trim();
}

// A macro goes into a URL, into an attribute, and into some servers' unquoted `src`, exactly as it
// is: so it may hold nothing that ends one of these or that would have to be encoded there.
function readMacro(value: unknown): string | Complaint {
  if (typeof value !== 'string') return new Complaint('not-text', value);
  if (value === '') return new Complaint('macro-empty', value);
  if (value.length > LONGEST_MACRO) return new Complaint('too-long', value);
  if (/[\s\p{Cc}\p{Cf}]/u.test(value)) return new Complaint('macro-space', value);
  if (/["'`\u2018-\u201f]/.test(value)) return new Complaint('macro-quote', value);
  if (/[<>]/.test(value)) return new Complaint('macro-bracket', value);
  if (/^[\p{L}\p{N}]+$/u.test(value)) return new Complaint('macro-plain', value);
  return isSafe(value) ? value : new Complaint('macro-encoded', value);
}

function isSafe(macro: string): boolean {
  try {
    return encodeValue(macro) === macro;
  } catch {
    return false;
  }
}

function readAliases(value: unknown): string[] | Complaint {
  return readList(value, readMacro);
}

function readHosts(value: unknown): string[] | Complaint {
  return readList(value, (item) => {
    const { pattern, problem } = readHostPattern(item);
    return problem ? new Complaint(problem, item) : pattern;
  });
}

function readAccepts(value: unknown): Accepts[] | Complaint {
  return readList(
    value,
    (item) => ACCEPTS.find((kind) => kind === item) ?? new Complaint('accepts-unknown', item),
  );
}

function readList<T>(value: unknown, reader: (item: unknown) => T | Complaint): T[] | Complaint {
  if (!Array.isArray(value) || value.length > 50) return new Complaint('not-a-list', value);
  const items = new Set<T>();
  for (const item of value) {
    const read = reader(item);
    if (read instanceof Complaint) return read;
    items.add(read);
  }
  return [...items];
}

function readCost(value: unknown): ProfileRow['cost'] | Complaint {
  if (value === 'none') return 'none';
  if (!isRecord(value)) return new Complaint('cost-bad', value);
  const macro = readMacro(value.macro);
  if (macro instanceof Complaint) return macro;
  const unit = value.unit ?? null;
  const text = unit === null ? null : readText(unit, 200);
  return text instanceof Complaint ? text : { macro, unit: text };
}

function readConsent(value: unknown): ProfileRow['consent'] | Complaint {
  if (!isRecord(value)) return new Complaint('consent-bad', value);
  const consent: NonNullable<ProfileRow['consent']> = {};
  for (const [name, macro] of Object.entries(value)) {
    const known = CONSENT.find((item) => item === name);
    if (!known) return new Complaint('consent-bad', name);
    const read = readMacro(macro);
    if (read instanceof Complaint) return read;
    consent[known] = read;
  }
  return consent;
}

function readLength(value: unknown): number | Complaint {
  const isLength = typeof value === 'number' && Number.isInteger(value) && value > 0;
  return isLength && value <= 100_000 ? value : new Complaint('length-bad', value);
}

function readYesNo(value: unknown): boolean | Complaint {
  return typeof value === 'boolean' ? value : new Complaint('not-yes-or-no', value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(problems: readonly RowProblem[]): RowReading {
  return { row: null, problems, ignored: [] };
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

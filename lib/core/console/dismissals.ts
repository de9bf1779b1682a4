/** A field at which the small button is not wanted: its page's host, its key, and what it is called. */
export interface DismissedField {
  readonly host: string;
  readonly key: string;
  readonly label: string;
}

/** Where the small button does not come up by itself. */
export interface Dismissals {
  readonly never: boolean;
  readonly hosts: readonly string[];
  readonly fields: readonly DismissedField[];
}

export const NO_DISMISSALS: Dismissals = { never: false, hosts: [], fields: [] };

const MOST_FIELDS = 500;

/**
 * What was stored, with everything unreadable left out. By hand and not by a schema: it is part of
 * the script on every console page.
 */
export function readDismissals(stored: unknown): Dismissals {
  const never = property(stored, 'never') === true;
  const hosts = list(property(stored, 'hosts')).filter(isText);
  const fields = list(property(stored, 'fields')).flatMap((item) => {
    const [host, key, label] = ['host', 'key', 'label'].map((name) => property(item, name));
    return isText(host) && isText(key) && isText(label) ? [{ host, key, label }] : [];
  });
  return { never, hosts, fields };
}

/** Whether the button is wanted at this field. */
export function isDismissed(dismissals: Dismissals, host: string, key: string): boolean {
  return (
    dismissals.never ||
    dismissals.hosts.includes(host) ||
    dismissals.fields.some((field) => field.host === host && field.key === key)
  );
}

/** What of it concerns the fields of one host. */
export function dismissalsAt(
  { never, hosts, fields }: Dismissals,
  host: string,
): { never: boolean; hosts: string[]; fields: DismissedField[] } {
  return {
    never,
    hosts: hosts.filter((it) => it === host),
    fields: fields.filter((field) => field.host === host),
  };
}

/** How much a person dismisses at once. */
export const DISMISS_SCOPES = ['field', 'site', 'all'] as const;
export type DismissScope = (typeof DISMISS_SCOPES)[number];

/** The dismissals with one more, newest first. */
export function dismiss(
  dismissals: Dismissals,
  scope: DismissScope,
  field: DismissedField,
): Dismissals {
  const { hosts, fields } = restore(dismissals, scope, field);
  if (scope === 'all') return { ...dismissals, never: true };
  if (scope === 'site') return { ...dismissals, hosts: [field.host, ...hosts] };
  return { ...dismissals, fields: [field, ...fields].slice(0, MOST_FIELDS) };
}

/** The dismissals without this one. */
export function restore(
  dismissals: Dismissals,
  scope: DismissScope,
  field: Pick<DismissedField, 'host' | 'key'>,
): Dismissals {
  if (scope === 'all') return { ...dismissals, never: false };
  if (scope === 'site') {
    return { ...dismissals, hosts: dismissals.hosts.filter((host) => host !== field.host) };
  }
  const { host, key } = field;
  const fields = dismissals.fields.filter((item) => item.host !== host || item.key !== key);
  return { ...dismissals, fields };
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

import type { AdServer } from '../../ad-server/ad-server';
import type { ExtraParameter, TagSpec } from '../../tag/tag-spec';
import { NONE, type TagForm } from '../columns';
import type { SheetLine } from './line';

/** The tag that a row's other columns speak of. What they do not say is taken from `like`. */
export function recordedSpec(
  line: SheetLine,
  form: TagForm,
  trackerId: number,
  server: AdServer | null,
  like: TagSpec | null,
): TagSpec {
  return {
    trackerId,
    type: form,
    loadedBy: form === 'javascript' ? 'javascript' : 'image',
    trackerName: line.exactText('trackerName') || (like?.trackerName ?? null),
    cachebuster: cachebusterOf(line, server, like),
    ancost: costOf(line, like),
    extra: extraOf(line, like),
    redir: like?.redir ?? null,
    ampersands: like?.ampersands ?? 'raw',
  };
}

function cachebusterOf(line: SheetLine, server: AdServer | null, like: TagSpec | null) {
  const recorded = line.text('cachebuster');
  if (recorded) return recorded === NONE ? null : recorded;
  return server?.cachebuster ?? like?.cachebuster ?? null;
}

function costOf(line: SheetLine, like: TagSpec | null): string | null {
  const recorded = line.text('cost');
  if (!recorded) return like?.ancost ?? null;
  return recorded === NONE ? null : (recorded.split(' (')[0] ?? null);
}

function extraOf(line: SheetLine, like: TagSpec | null): readonly ExtraParameter[] {
  const recorded = line.text('consent');
  if (!recorded) return like?.extra ?? [];
  if (recorded === NONE) return [];
  return recorded.split(/,\s*/).map((pair): ExtraParameter => {
    const at = pair.indexOf('=');
    return at < 0
      ? { name: pair, value: null }
      : { name: pair.slice(0, at), value: pair.slice(at + 1) };
  });
}

/** Parameters as the sheet writes them. */
export function extraText(extra: readonly ExtraParameter[]): string {
  return extra.map(({ name, value }) => (value === null ? name : `${name}=${value}`)).join(', ');
}

import { DEFAULT_CHOICES, type TagChoices } from '@/lib/core/tag/write/build-tag';
import { TAG_TYPES } from '@/lib/core/tag/tag-spec';
import type { Ref } from '@/lib/core/tracker/tracker';

// Guards by hand: a schema library would be a tenth of the whole element.

/** What a form keeps of the element when its page is left, and gives back on return. */
export interface Kept {
  readonly tracker: Ref | null;
  readonly choices: TagChoices;
}

/** The trackers of a list somebody else wrote. What is no tracker is left out. */
export function readTrackers(value: unknown): readonly Ref[] {
  return Array.isArray(value) ? value.map(readTracker).filter((found) => found !== null) : [];
}

/** The same from JSON; empty where it is none. */
export function readTrackersJson(text: string | null): readonly Ref[] {
  return readTrackers(fromJson(text));
}

/** A tracker's id as a positive whole number; `null` for anything else. */
export function readTrackerId(value: unknown): number | null {
  const id = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** What a form kept; `null` where that is not what this element writes. */
export function readKept(text: string): Kept | null {
  const kept = fromJson(text);
  if (!isRecord(kept) || !isChoices(kept.choices)) return null;
  return { tracker: readTracker(kept.tracker), choices: kept.choices };
}

function readTracker(value: unknown): Ref | null {
  if (!isRecord(value)) return null;
  const id = readTrackerId(value.id);
  if (id === null) return null;
  return { id, name: typeof value.name === 'string' && value.name ? value.name : String(id) };
}

export const LOADERS = ['image', 'javascript'] as const;
export const AMPERSANDS = ['raw', 'escaped'] as const;
const LISTS: Readonly<Record<string, readonly unknown[]>> = {
  type: TAG_TYPES,
  loadedBy: LOADERS,
  ampersands: AMPERSANDS,
};

// Each choice is one of its list, or else has the type of its default.
function isChoices(value: unknown): value is TagChoices {
  if (!isRecord(value)) return false;
  return Object.entries(DEFAULT_CHOICES).every(([key, byDefault]) => {
    const found = value[key];
    const list = LISTS[key];
    if (list) return list.includes(found);
    if (byDefault === null) return found === null || typeof found === 'string';
    return typeof found === typeof byDefault;
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function fromJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

import { DEFAULT_CHOICES, type TagChoices } from '@/lib/core/tag/build-tag';
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

// Each choice has the type, or is one of the kind, of its default.
function isChoices(value: unknown): value is TagChoices {
  if (!isRecord(value)) return false;
  return Object.entries(DEFAULT_CHOICES).every(([key, byDefault]) => {
    const found = value[key];
    return byDefault === null
      ? found === null || typeof found === 'string'
      : typeof found === typeof byDefault;
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

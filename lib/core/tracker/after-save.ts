import type { DraftField, TrackerDraft } from './draft';
import { draftOf } from './draft';
import type { Tracker } from './tracker';
import { differingFields } from './versions';

/** What a save left otherwise than it was meant. */
export interface AfterSave {
  /** Fields that were sent, and that the service has otherwise. */
  readonly notTaken: readonly DraftField[];
  /** Fields that were not sent and are not as they were: somebody has changed them in the very moment. */
  readonly changedBeside: readonly DraftField[];
}

/**
 * Compares what the service answered to a save with what was meant. Looking and writing are two requests, and
 * the service has no lock: what somebody saves in between is seen here, unless it was one of the fields sent.
 * `began` is what the save began with, `null` for a new tracker.
 */
export function lookAfterSave(
  began: TrackerDraft | null,
  meant: TrackerDraft,
  saved: Tracker,
): AfterSave {
  const now = draftOf(saved);
  const otherwise = differingFields(meant, now);
  // Of a new one the service may fill in by itself what was left empty.
  if (began === null) return { notTaken: otherwise.filter((at) => meant[at]), changedBeside: [] };
  const sent = new Set(differingFields(began, meant));
  return {
    notTaken: otherwise.filter((field) => sent.has(field)),
    changedBeside: otherwise.filter((field) => !sent.has(field)),
  };
}

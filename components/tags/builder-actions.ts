import type { AdServer } from '@/lib/core/ad-server/ad-server';
import type { TagChoices } from '@/lib/core/tag/write/build-tag';
import type { BuilderState, WindowReason } from '@/lib/core/console/builder-state';
import type { Delivery } from '@/lib/core/console/delivery';
import type { FieldClues } from '@/lib/core/console/field-kind';
import type { TagType } from '@/lib/core/tag/tag-spec';
import type { TrackerChanges, TrackerDraft } from '@/lib/core/tracker/draft';
import type { FoundObject } from '@/lib/core/tracker/found-object';
import type { TrackerOption } from '@/lib/core/tracker/option';
import type { Picker } from '@/lib/core/tracker/picker';
import type { SameFound } from '@/lib/core/tracker/same-found';
import type { IdsInReports } from '@/lib/core/tracker/same-in-reports';

/** The field the builder was opened at. */
export interface FieldInfo {
  /** What a person reads at it; empty where it has no name. */
  readonly name: string;
  readonly takes: 'url' | 'any';
  readonly clues: FieldClues;
}

/** What the builder of consoles knows when it opens. */
export interface BuilderContext {
  readonly signedIn: boolean;
  readonly canWrite: boolean;
  readonly trackersEnabled: boolean;
  readonly advertiserName: string | null;
  /** The member whose trackers these are, and the environment where it is not production. */
  readonly whose?: string;
  readonly servers: readonly AdServer[];
  /** Hosts at which the person's own names lead to the service. */
  readonly ownHosts: readonly string[];
  /** The ad server whose console this is; `null` where its host is not known. */
  readonly consoleServer: AdServer | null;
  /** What was inserted in this account of the console before; never what was merely looked at. */
  readonly inserted: { readonly adServerId: string | null; readonly type: TagType } | null;
  /** What was last chosen anywhere. */
  readonly choices: TagChoices | null;
  readonly recent: readonly TrackerOption[];
  /** `null` where it was opened at no field. */
  readonly field: FieldInfo | null;
  /** What was being done when the builder moved into its small window; `null` in the ordinary case. */
  readonly resumed: BuilderState | null;
  /** The tracker chosen at the field before, where the builder was opened at another one. */
  readonly carried: TrackerOption | null;
  /** Why the builder stands in a window of its own; `null` in a page. */
  readonly window: WindowReason | null;
}

/** What a field holds. `unread`: there is no telling. */
export type FieldContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'unread' };

/** What the builder of consoles can do. */
export interface BuilderActions {
  context(): Promise<BuilderContext>;
  searchTrackers(words: string): Promise<readonly TrackerOption[]>;
  /** What is known of these trackers; those that are not known are left out. */
  lookup?(ids: readonly number[]): Promise<readonly TrackerOption[]>;
  /** Calls back with the ids of changed trackers, `null` for any; returns how to stop. */
  onTrackersChanged?(listener: (ids: readonly number[] | null) => void): () => void;
  searchObjects(
    kind: Picker,
    publisherId: number | null,
    words: string,
  ): Promise<readonly FoundObject[]>;
  noteChosen(kind: Picker, publisherId: number | null, id: number): Promise<unknown>;
  /** Trackers that reports could not tell from a new one with these. */
  sameInReports(ids: IdsInReports): Promise<SameFound>;
  createTracker(changes: TrackerChanges): Promise<TrackerOption>;
  readDraft(): Promise<TrackerDraft | null>;
  /** `null` forgets it. */
  keepDraft(draft: TrackerDraft | null): Promise<unknown>;
  /** What is chosen, for the next opening anywhere. */
  keepChoices(choices: TagChoices): Promise<unknown>;
  /** What is chosen just now, for the next field or the small window. */
  noteState(state: BuilderState): Promise<unknown>;
  /** Something was inserted: remembered for this console, and the tracker as used last. */
  noteInserted(tracker: TrackerOption | null, choices: TagChoices): Promise<unknown>;
  /** The tracker's tag was copied; it is offered first the next time. */
  noteUse(tracker: TrackerOption): Promise<unknown>;
  readField(): Promise<FieldContent>;
  /** At the cursor. Where it cannot, the tag goes on the clipboard. */
  insert(tag: string): Promise<Delivery>;
  /** In place of everything the field holds. */
  replace(text: string): Promise<Delivery>;
  /** Takes the last insertion or replacement back. */
  undo(): Promise<'undone' | 'refused' | 'field-gone'>;
  copy(tag: string): Promise<Delivery>;
  /** Goes on in a small window of the extension, with what was chosen. */
  moveToWindow(state: BuilderState): Promise<unknown>;
  close(): void;
}

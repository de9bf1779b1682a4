import type { AdServer } from '@/lib/core/ad-server/ad-server';
import type { TagChoices } from '@/lib/core/tag/build-tag';
import type { FieldReport } from '@/lib/core/tag/field-report';
import type { TrackerChanges, TrackerDraft } from '@/lib/core/tracker/draft';
import type { Picker } from '@/lib/core/tracker/picker';
import type { Ref } from '@/lib/core/tracker/tracker';

import type { Delivery } from './delivery';
import type { WriteTag } from './write-here';

/** What the builder in a console knows when it opens. */
export interface WidgetContext {
  readonly signedIn: boolean;
  readonly canWrite: boolean;
  readonly advertiserName: string | null;
  readonly servers: readonly AdServer[];
  /** The ad server whose console this is; `null` where its host is not known. */
  readonly consoleServer: AdServer | null;
  readonly choices: TagChoices;
  readonly recent: readonly Ref[];
}

/** What the builder in a console can do. */
export interface WidgetActions {
  context(): Promise<WidgetContext>;
  searchTrackers(words: string): Promise<readonly Ref[]>;
  searchObjects(kind: Picker, publisherId: number | null, words: string): Promise<readonly Ref[]>;
  createTracker(changes: TrackerChanges): Promise<Ref>;
  readDraft(): Promise<TrackerDraft | null>;
  /** `null` forgets it. */
  keepDraft(draft: TrackerDraft | null): Promise<unknown>;
  keepChoices(choices: TagChoices): Promise<unknown>;
  /** The tracker's tag was put somewhere; it is offered first the next time. */
  noteUse(tracker: Ref): Promise<unknown>;
  /** The tag of a tracker for the field's ad server. */
  readonly write: WriteTag;
  /** What the field holds, read for this ad server. */
  reportField(choices: TagChoices): Promise<FieldReport>;
  insert(tag: string): Promise<Delivery>;
  replace(text: string): Promise<Delivery>;
  copy(tag: string): Promise<Delivery>;
  close(): void;
}

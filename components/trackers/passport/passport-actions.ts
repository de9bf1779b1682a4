import type { TrackerActions } from '@/components/trackers/tracker-actions';
import type { Table } from '@/lib/core/table/table';
import type { PassportEvent } from '@/lib/core/verification/passport/event';
import type { Reported } from '@/lib/core/verification/passport/reported';
import type { SeenFiring, SeenIn } from '@/lib/core/verification/passport/seen';

/** What a passport reads and does. */
export interface PassportActions extends Pick<
  TrackerActions,
  'findTracker' | 'copy' | 'noteCopied'
> {
  readEvents(
    trackerId: number,
  ): Promise<{ readonly rows: readonly PassportEvent[]; readonly unreadable: number }>;
  /** In which verifications it was recorded, newest first. */
  seenIn(trackerId: number): Promise<readonly SeenIn[]>;
  /** What came of it in one of them; `null` where that is not judged here. */
  judge(trackerId: number, verificationId: string): Promise<SeenFiring['verdict']>;
  /** What kept reports counted of it, newest first. */
  reportedIn(trackerId: number): Promise<readonly Reported[]>;
  saveJson(name: string, text: string): string;
  saveCsv(name: string, table: Table): string;
  now(): number;
  /** Tells when something may be other than it was read; returns how to stop. */
  onChange(trackerId: number, listener: () => void): () => void;
}

import type { ReportOptions } from './options.ts';
import type { ReportOrder } from './order.ts';
import type { Written } from './write-file.ts';

/** A report that was ordered, from then until the sandbox ends. */
export interface Job {
  readonly id: string;
  /** By which it is downloaded. */
  readonly downloadId: string;
  readonly nth: number;
  readonly userId: number;
  readonly memberId: number;
  readonly createdAt: Date;
  readonly order: ReportOrder;
  /** The order's body as it came. */
  readonly body: string;
  readonly file: string;
  readonly fails: ReportOptions['fails'];
  /** Polls that are still answered with pending. */
  pollsLeft: number;
  /** The work itself, and what came of it. */
  readonly work: Promise<Written | Error>;
  ended: Ended | null;
}

export interface Ended {
  readonly at: Date;
  readonly written: Written | Error;
}

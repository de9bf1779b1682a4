import type { AdServer } from '@/lib/core/ad-server/ad-server';
import type { OpenSheet } from '@/lib/core/tag-sheet/read/open-sheet';
import type { ReadProgress } from '@/lib/core/table/read-progress';
import type { SheetOrder } from '@/lib/core/tag-sheet/sheet-table';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';

/** What the page opens with. */
export interface SheetStart {
  readonly signedIn: boolean;
  readonly advertiser: Ref | null;
  readonly username: string | null;
  readonly trackers: readonly Tracker[];
  /** How many more are cached that cannot be read. */
  readonly unreadable: number;
  /** The catalogue, with what the person and an administrator added. */
  readonly servers: readonly AdServer[];
  /** What was kept of an earlier visit, not yet read. */
  readonly kept: unknown;
}

/** What the page can do. The entrypoint plugs in the database and files; a test plugs in fakes. */
export interface SheetActions {
  start(): Promise<SheetStart>;
  /** Those of them that are cached. */
  findTrackers(ids: readonly number[]): Promise<readonly Tracker[]>;
  keep(advertiserId: number, draft: unknown): Promise<void>;
  /** `YYYY-MM-DD`, in the person's own zone. */
  today(): string;
  /** Saves a file and gives its name. */
  saveXlsx(order: SheetOrder): Promise<string>;
  saveCsv(order: SheetOrder): Promise<string>;
  copyTable(order: SheetOrder): Promise<boolean>;
  copy(text: string): Promise<boolean>;
  /** Reads a file beside the page; `signal` ends that at once. */
  readFile(
    file: File,
    onProgress: (progress: ReadProgress) => void,
    signal: AbortSignal,
  ): Promise<OpenSheet>;
  /** Lets the page draw and answer before long work goes on. */
  breathe(): Promise<void>;
}

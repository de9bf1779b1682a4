import type { LayoutKeeper } from '@/components/stores/keep-layout';
import type { WorkbookSheet } from '@/lib/core/table/table';
import type { NoPicture, Picture } from '@/lib/core/recording/picture';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import type { Tracker } from '@/lib/core/tracker/tracker';
import type { PageLook } from '@/lib/core/recording/page-look';
import type { PageView } from '@/lib/core/recording/page-views';
import type { Knowledge } from '@/lib/core/verification/learn';
import type { Keeping } from '@/lib/core/verification/keeping';
import type { RunActions } from './run-actions';
import type { JudgedRecording } from '@/lib/core/verification/recording';
import type { ListLayout } from '@/lib/core/verification/list-layout';
import type { Verification } from '@/lib/core/verification/verification';

import type { RehearsalActions } from './rehearsal-actions';

/** One verification as it was kept. */
export interface KeptRecording {
  readonly verification: Verification | null;
  readonly pageViews: readonly PageView[];
  readonly requests: readonly PixelRequest[];
  /** How many of its requests and page views are there and cannot be read. */
  readonly unreadable: number;
}

/** Verifications, newest first, and how many more are there that cannot be read. */
export interface SavedRecordings {
  readonly rows: readonly Verification[];
  readonly unreadable: number;
}

/** A proof that was offered as a file. */
export interface SavedProof {
  readonly name: string;
  readonly digest: string;
  /** Of how much of it reports tell; absent or `null` where none is in it. */
  readonly counted?: Pick<CountedForProof, 'told' | 'all'> | null;
}

/** What kept reports counted, for a proof: of how many of the expected trackers they tell. */
export interface CountedForProof {
  readonly text: string;
  readonly told: number;
  readonly all: number;
}

/** What is done with screenshots of recordings. */
export interface PictureActions {
  /** Which there are, by their ids. */
  ids(verificationId: string): Promise<readonly string[]>;
  list(verificationId: string): Promise<readonly Picture[]>;
  /** Takes one of the inspected page and keeps it; gives why there is none. `null` outside DevTools. */
  readonly take: ((verificationId: string) => Promise<NoPicture | null>) | null;
  remove(verificationId: string, id: string): Promise<void>;
}

/** What the list of requests can do. */
export interface ListActions extends LayoutKeeper<ListLayout> {
  /** Opens the Network panel with a filter; `null` outside DevTools, and where the browser cannot. */
  readonly showInNetwork: ((filter: string) => void) | null;
}

/** What the panel can do. The entrypoint plugs in database and DevTools; a test plugs in fakes. */
export interface VerificationActions extends Knowledge, RunActions {
  /** Saved verifications, newest first. */
  listVerifications(): Promise<SavedRecordings>;
  /** Those of them that are there. */
  findVerifications(ids: readonly string[]): Promise<readonly Verification[]>;
  /** The verification to open with; `null` for the newest. */
  firstId: string | null;
  /** The inspected tab, whose newest verification is being recorded; `null` outside DevTools. */
  tabId: number | null;
  load(verification: Pick<Verification, 'id'>): Promise<KeptRecording>;
  /** Asks Monetize for trackers that are not kept here; what it shows is kept. */
  lookUpTrackers(
    ids: readonly number[],
  ): Promise<{ readonly found: number; readonly absent: readonly number[] }>;
  /** How many recordings are kept, and how long. */
  keeping(): Promise<Keeping>;
  searchTrackers(text: string): Promise<readonly Tracker[]>;
  saveExpected(verificationId: string, ids: readonly number[]): Promise<void>;
  clear(verificationId: string): Promise<void>;
  /** Deletes a verification with all it recorded. */
  remove(verificationId: string): Promise<void>;
  /** Asks the recorder to look through the browser's log; ends when it has, or does not answer. */
  checkAgain(verificationId: string): Promise<void>;
  /**
   * Reads the inspected page for tags, without changing it; gives `null` where that page cannot be read. Absent outside
   * DevTools.
   */
  readonly lookAtPage: (() => Promise<PageLook | null>) | null;
  readonly pictures: PictureActions;
  /** Rehearsing in the inspected tab; `null` outside DevTools. */
  readonly rehearsal?: RehearsalActions | null;
  reloadPage(): void;
  openWorkspace(address: string): Promise<void>;
  /** Offers a file to the person and gives its name. */
  saveFile(kind: 'json' | 'csv' | 'har', text: string, startedAt: number, name?: string): string;
  /** The same of a workbook of these sheets. */
  saveWorkbook(sheets: readonly WorkbookSheet[], startedAt: number, name?: string): Promise<string>;
  /** Offers the proof of these results to the person; gives the file's name and the SHA-256 of its manifest. */
  saveProof(
    parts: {
      readonly results: string;
      readonly har: string;
      readonly pictures: readonly string[];
      readonly counted?: string;
    },
    startedAt: number,
    name?: string,
  ): Promise<Omit<SavedProof, 'counted'>>;
  /** What kept reports counted of the expected trackers; `null` where no report is kept. Absent in DevTools. */
  countedFor?(recording: JudgedRecording): Promise<CountedForProof | null>;
  copy(text: string): Promise<boolean>;
  readonly list: ListActions;
  now(): number;
}

import type { AdServer } from '@/lib/core/ad-server/ad-server';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import type { Tracker } from '@/lib/core/tracker/tracker';
import type { PageLook } from '@/lib/core/recording/page-look';
import type { PageView } from '@/lib/core/recording/page-views';
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
}

/** What the panel can do. The entrypoint plugs in database and DevTools; a test plugs in fakes. */
export interface VerificationActions {
  /** Saved verifications, newest first. */
  listVerifications(): Promise<SavedRecordings>;
  /** Those of them that are there. */
  findVerifications(ids: readonly string[]): Promise<readonly Verification[]>;
  /** The verification to open with; `null` for the newest. */
  firstId: string | null;
  /** The inspected tab, whose newest verification is being recorded; `null` outside DevTools. */
  tabId: number | null;
  load(verification: Pick<Verification, 'id'>): Promise<KeptRecording>;
  findTrackers(ids: readonly number[]): Promise<readonly Tracker[]>;
  hasTrackers(): Promise<boolean>;
  /** Asks Monetize for trackers that are not kept here; what it shows is kept. */
  lookUpTrackers(
    ids: readonly number[],
  ): Promise<{ readonly found: number; readonly absent: readonly number[] }>;
  /** The catalogue with the person's own ad servers. */
  adServers(): Promise<readonly AdServer[]>;
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
  /** Rehearsing in the inspected tab; `null` outside DevTools. */
  readonly rehearsal?: RehearsalActions | null;
  reloadPage(): void;
  openWorkspace(address: string): Promise<void>;
  /** Offers a file to the person and gives its name. */
  saveFile(kind: 'json' | 'csv', text: string, startedAt: number): string;
  /** Offers the proof of these results to the person; gives the file's name and the SHA-256 of its manifest. */
  saveProof(
    parts: { readonly results: string; readonly har: string },
    startedAt: number,
  ): Promise<SavedProof>;
  copy(text: string): Promise<boolean>;
  now(): number;
}

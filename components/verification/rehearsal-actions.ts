import type { Lease } from '@/lib/core/rehearsal/lease';
import type { Started } from '@/lib/messaging/rehearsal/contract';

/** What the panel can do about rehearsing in its tab. */
export interface RehearsalActions {
  /** `false` where this browser cannot, which is said when asked. */
  readonly isPossible: boolean;
  start(): Promise<Started>;
  /** Says that the panel is there; gives whether it is still on. */
  renew(): Promise<boolean>;
  stop(): Promise<void>;
  askAccess(): Promise<void>;
  /** Calls back with the rehearsal of this tab or `null`, now and whenever that changes. */
  watch(listener: (lease: Lease | null) => void): void;
  /** Keeps this run from ending until let go, or until the panel is gone. */
  hold(run: string): () => void;
  /** Calls back again and again; returns how to end that. */
  every(milliseconds: number, step: () => void): () => void;
}

import { AppError } from '../../core/base/errors';
import type { SyncOptions, SyncResult } from './sync-trackers';

type Wanted = Pick<SyncOptions, 'advertiserId' | 'whole'>;

interface Running extends Wanted {
  readonly controller: AbortController;
  readonly done: Promise<SyncResult>;
}

/**
 * One sync at a time. Whoever asks for the list that is being read joins in; another advertiser's takes
 * its place.
 */
export function createOneSync(run: (options: SyncOptions) => Promise<SyncResult>) {
  let running: Running | null = null;

  async function start(wanted: Wanted): Promise<SyncResult> {
    const before = running;
    if (before?.advertiserId === wanted.advertiserId) {
      if (before.whole || !wanted.whole) return before.done;
      // The changes alone are not what is asked for now.
      await before.done;
      return start(wanted);
    }
    stop(new AppError('cancelled'));
    const controller = new AbortController();
    const done = run({ ...wanted, signal: controller.signal }).finally(() => {
      if (running?.controller === controller) running = null;
    });
    running = { ...wanted, controller, done };
    return done;
  }

  function stop(reason: AppError): void {
    running?.controller.abort(reason);
    running = null;
  }

  return { start, stop };
}

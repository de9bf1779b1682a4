import { useEffect, useState } from 'preact/hooks';

import { TryButton } from '@/components/trial/try-tag';
import { CANARY, type RunRow } from '@/lib/core/tracker-sheet/run';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { runsText as text } from '@/lib/text/trackers/bulk-runs';

/** A tracker’s tag, and for which ad server it is. */
export type TagOf = (tracker: Tracker) => {
  readonly tag: string;
  readonly serverId: string | null;
};

interface TryFirstProps {
  rows: readonly RunRow[];
  findTrackers: (ids: readonly number[]) => Promise<readonly Tracker[]>;
  tagOf: TagOf;
}

/** The trackers that were made first, each with a way to try its tag before the rest is released. */
export function TryFirst({ rows, findTrackers, tagOf }: TryFirstProps) {
  const ids = rows
    .filter(({ end }) => end?.kind === 'created' || end?.kind === 'changed')
    .flatMap(({ end }) => end?.id ?? [])
    .slice(0, CANARY);
  const [found, setFound] = useState<readonly Tracker[]>([]);
  const key = ids.join();
  useEffect(() => {
    let isCurrent = true;
    findTrackers(ids).then(
      (trackers) => isCurrent && setFound(trackers),
      () => isCurrent && setFound([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, findTrackers]);
  if (found.length === 0) return null;
  return (
    <ul class="pb-run-first" aria-label={text.tryFirst}>
      {found.map((tracker) => {
        const { tag, serverId } = tagOf(tracker);
        return (
          <li key={tracker.id}>
            <TryButton tag={tag} serverId={serverId} name={text.tryTag(tracker.name)} />
            <span class="pb-muted pb-small">{tracker.id}</span>
          </li>
        );
      })}
    </ul>
  );
}

import { useEffect, useMemo, useState } from 'preact/hooks';

import type { TagChoices } from '@/lib/core/tag/build-tag';
import type { TagView } from '@/lib/core/tag/tag-view';

import type { TrackerRef, WriteTag } from './write-here';

interface Written {
  /** What to show; while a new one is being written, the one before it. */
  readonly view: TagView | null;
  /** The text that may leave now; `null` while there is none or it is not yet that of the choices. */
  readonly tag: string | null;
}

/** The tag of the choices as they are now. */
export function useWritten(
  write: WriteTag,
  tracker: TrackerRef | null,
  choices: TagChoices,
): Written {
  const result = useMemo(
    () => (tracker ? write(tracker, choices) : null),
    [write, tracker, choices],
  );
  const [late, setLate] = useState<{ of: unknown; view: TagView } | null>(null);
  useEffect(() => {
    if (!(result instanceof Promise)) return;
    let isCurrent = true;
    result.then(
      (view) => isCurrent && setLate({ of: result, view }),
      () => isCurrent && setLate(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [result]);
  if (result === null) return { view: null, tag: null };
  if (!(result instanceof Promise))
    return { view: result, tag: result.usable ? result.text : null };
  const isLatest = late?.of === result;
  return { view: late?.view ?? null, tag: isLatest && late.view.usable ? late.view.text : null };
}

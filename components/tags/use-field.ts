import { useCallback, useEffect, useState } from 'preact/hooks';

import { afterPaint } from '@/components/ui/after-paint';
import { useTurns } from '@/components/ui/use-turns';
import { type FieldReport, reportField } from '@/lib/core/judge/field-report';
import type { TagPlace } from '@/lib/core/rules/rule';
import type { TrackerOption } from '@/lib/core/tracker/option';
import { sayAtField } from '@/lib/text/findings';

import type { BuilderActions, FieldContent } from './builder-actions';

/** What is in the field, as far as that is known. */
export interface FieldView {
  /** `null` until the first look. */
  readonly content: FieldContent | null;
  /** What its text is; `null` where there is none to read. */
  readonly report: FieldReport | null;
  /** What is known of the trackers in it. */
  readonly trackers: readonly TrackerOption[];
  /** Reads the field again. */
  readonly look: () => Promise<void>;
}

/** Reads the field when the builder opens and when it is come back to, and judges it for its place. */
export function useField(actions: BuilderActions, place: TagPlace | null): FieldView {
  const [content, setContent] = useState<FieldContent | null>(null);
  const [report, setReport] = useState<FieldReport | null>(null);
  const takeTurn = useTurns();
  const isReady = place !== null;
  const text = content?.kind === 'text' ? content.text : null;

  const look = useCallback(async () => {
    const isLast = takeTurn();
    // That it cannot be read is no reason to say nothing of an insertion.
    const found = await actions.readField().catch((): FieldContent => ({ kind: 'unread' }));
    if (isLast()) setContent(found);
  }, [actions, takeTurn]);
  useEffect(() => {
    if (!isReady) return;
    void look();
    // While the page had the focus a person may have changed it.
    const again = () => void look();
    addEventListener('focus', again);
    return () => removeEventListener('focus', again);
  }, [isReady, look]);
  useEffect(() => {
    if (text === null || place === null) {
      setReport(null);
      return;
    }
    // A long text takes long to judge: typing goes first.
    return afterPaint(() => setReport(reportField(text, place, sayAtField)));
  }, [text, place]);
  return { content, report, trackers: useKnown(actions, report), look };
}

function useKnown(actions: BuilderActions, report: FieldReport | null): readonly TrackerOption[] {
  const [known, setKnown] = useState<readonly TrackerOption[]>([]);
  const takeTurn = useTurns();
  const ids = [...new Set(report?.tags.flatMap(({ id }) => id ?? []))].join();
  useEffect(() => {
    const isLast = takeTurn();
    if (ids === '' || !actions.lookup) {
      setKnown([]);
      return;
    }
    // Without their names the report is as true.
    actions.lookup(ids.split(',').map(Number)).then(
      (found) => isLast() && setKnown(found),
      () => {},
    );
  }, [actions, ids, takeTurn]);
  return known;
}

import { ExternalLink, Wrench } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { focusIn } from '@/components/ui/focus-in';
import { MiddleClip } from '@/components/ui/MiddleClip';
import { Notice } from '@/components/ui/Notice';
import type { TrackerOption } from '@/lib/core/tracker/option';
import { fieldText as text, tagTypeInSentence } from '@/lib/text/builder/builder';
import { pageText } from '@/lib/text/builder/page';

import { FindingList } from './FindingList';
import type { PressGate } from './press-gate';
import { PressButton } from './PressButton';
import { TagPreview } from './TagPreview';
import type { FieldView } from './use-field';

interface FieldContentsProps {
  field: FieldView;
  gate: PressGate;
  /** Puts the mended text in place of what the field holds. */
  onFix: (content: string) => Promise<void>;
}

/** The tags a field already holds, what is wrong with them, and what can be mended. */
export function FieldContents({ field, gate, onFix }: FieldContentsProps) {
  const { content, report, trackers } = field;
  const [isFixing, setIsFixing] = useState(false);
  const root = useRef<HTMLElement>(null);
  const wasFixing = useRef(false);
  // The button that was pressed is gone then.
  useLayoutEffect(() => {
    if (isFixing === wasFixing.current) return;
    wasFixing.current = isFixing;
    focusIn(root.current, `[data-act="${isFixing ? 'apply' : 'fix'}"]`);
  }, [isFixing]);

  if (content?.kind === 'too-long') return <Notice kind="info">{text.tooLong}</Notice>;
  if (content?.kind === 'unread') return <Notice kind="info">{text.unread}</Notice>;
  if (report === null || report.tags.length === 0) return null;
  const { tags, others, remarks, now, repaired } = report;
  const isWindow = gate.state.kind === 'window';
  const apply = async (mended: string) => {
    if (!gate.may()) return;
    setIsFixing(false);
    await onFix(mended);
  };
  return (
    <section ref={root} class="pb-contents" aria-label={text.title}>
      <h3>{text.title}</h3>
      <ul>
        {tags.map(({ id, type }, index) => (
          <li key={index}>
            {text.tag(id, tagTypeInSentence[type])}
            <Known tracker={trackers.find((tracker) => tracker.id === id)} />
          </li>
        ))}
      </ul>
      {others > 0 && <p class="pb-muted">{text.others(others)}</p>}
      {remarks.length === 0 && <p class="pb-muted">{text.fine}</p>}
      <FindingList remarks={remarks} />
      {repaired && !isFixing && (
        <PressButton icon={Wrench} act="fix" onPress={() => setIsFixing(true)}>
          {text.fix}
        </PressButton>
      )}
      {repaired && isFixing && (
        <div class="pb-stack">
          <TagPreview label={text.before} spans={now} />
          <TagPreview label={text.after} spans={repaired.spans} />
          <div class="pb-row">
            <PressButton
              kind="primary"
              act="apply"
              {...(isWindow && { icon: ExternalLink })}
              isOff={gate.state.kind === 'wait'}
              onPress={() => void apply(repaired.text)}
            >
              {isWindow ? pageText.continueInWindow : text.apply}
            </PressButton>
            <PressButton kind="quiet" act="leave" onPress={() => setIsFixing(false)}>
              {text.cancel}
            </PressButton>
          </div>
        </div>
      )}
    </section>
  );
}

function Known({ tracker }: { tracker: TrackerOption | undefined }) {
  if (!tracker) return null;
  return (
    <span class="pb-row pb-small pb-muted">
      <MiddleClip text={tracker.name} />
      {tracker.state === 'inactive' && <span class="pb-badge warning">{pageText.inactive}</span>}
    </span>
  );
}

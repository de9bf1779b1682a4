import { Wrench } from 'lucide';
import { useMemo, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Notice, type Said } from '@/components/ui/Notice';
import { checkText, repairText } from '@/lib/core/tag/check-text';
import type { TagPlace } from '@/lib/core/tag/rules/rule';
import { fieldText as text, tagTypeText } from '@/lib/text/builder';

import { type Delivery, sayDelivery } from './delivery';
import { FindingList } from './FindingList';
import { TagPreview } from './TagPreview';

interface FieldContentsProps {
  /** What the field holds. */
  content: string;
  place: TagPlace;
  onReplace: (content: string) => Promise<Delivery>;
}

/** The tags a field already holds, what is wrong with them, and what can be mended. */
export function FieldContents({ content, place, onReplace }: FieldContentsProps) {
  const [isFixing, setIsFixing] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const checked = useMemo(() => checkText(content, place), [content, place]);
  const repaired = useMemo(() => repairText(content, place), [content, place]);
  const after = useMemo(() => checkText(repaired, place), [repaired, place]);
  if (checked.tags.length === 0) return null;

  const apply = async () => {
    const delivery = await onReplace(repaired);
    setIsFixing(false);
    setSaid(sayDelivery(delivery, text.fixed));
  };
  return (
    <section class="pb-contents" aria-label={text.title}>
      <h3>{text.title}</h3>
      <ul>
        {checked.tags.map((tag, index) => (
          <li key={index}>{text.tag(tag.spec?.trackerId ?? null, tagTypeText[tag.type])}</li>
        ))}
      </ul>
      {checked.others.length > 0 && <p class="pb-muted">{text.others(checked.others.length)}</p>}
      {checked.findings.length === 0 && <p class="pb-muted">{text.fine}</p>}
      <FindingList findings={checked.findings} />
      {said && <Notice kind={said.kind}>{said.text}</Notice>}
      {repaired !== content && !isFixing && (
        <Button icon={Wrench} onClick={() => setIsFixing(true)}>
          {text.fix}
        </Button>
      )}
      {isFixing && (
        <div class="pb-stack">
          <TagPreview label={text.before} checked={checked} />
          <TagPreview label={text.after} checked={after} />
          <div class="pb-row">
            <Button kind="primary" onClick={() => void apply()}>
              {text.apply}
            </Button>
            <Button kind="quiet" onClick={() => setIsFixing(false)}>
              {text.cancel}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}

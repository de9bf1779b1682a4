import { Wrench } from 'lucide';
import { useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Notice, type Said } from '@/components/ui/Notice';
import type { FieldReport } from '@/lib/core/tag/field-report';
import { fieldText as text, tagTypeInSentence } from '@/lib/text/builder';

import { type Delivery, sayDelivery } from './delivery';
import { FindingList } from './FindingList';
import { TagPreview } from './TagPreview';

interface FieldContentsProps {
  report: FieldReport;
  onReplace: (content: string) => Promise<Delivery>;
}

/** The tags a field already holds, what is wrong with them, and what can be mended. */
export function FieldContents({ report, onReplace }: FieldContentsProps) {
  const { tags, others, remarks, now, repaired } = report;
  const [isFixing, setIsFixing] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  if (tags.length === 0 && remarks[0]?.code !== 'text-too-long') return null;

  const apply = async (content: string) => {
    const delivery = await onReplace(content);
    setIsFixing(false);
    setSaid(sayDelivery(delivery, text.fixed));
  };
  return (
    <section class="pb-contents" aria-label={text.title}>
      <h3>{text.title}</h3>
      <ul>
        {tags.map(({ id, type }, index) => (
          <li key={index}>{text.tag(id, tagTypeInSentence[type])}</li>
        ))}
      </ul>
      {others > 0 && <p class="pb-muted">{text.others(others)}</p>}
      {remarks.length === 0 && <p class="pb-muted">{text.fine}</p>}
      <FindingList remarks={remarks} />
      {said && <Notice kind={said.kind}>{said.text}</Notice>}
      {repaired && !isFixing && (
        <Button icon={Wrench} onClick={() => setIsFixing(true)}>
          {text.fix}
        </Button>
      )}
      {repaired && isFixing && (
        <div class="pb-stack">
          <TagPreview label={text.before} spans={now} />
          <TagPreview label={text.after} spans={repaired.spans} />
          <div class="pb-row">
            <Button kind="primary" onClick={() => void apply(repaired.text)}>
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

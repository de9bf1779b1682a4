import type { ComponentChildren } from 'preact';

import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { optionsText as text } from '@/lib/text/pages/options';

import type { Remark } from './options-model';

interface SectionProps {
  id: keyof typeof text.sections;
  lead: string;
  remark?: Remark | null;
  children: ComponentChildren;
}

/** One part of the page: its title, what it is for, what was just done in it, and the work. */
export function Section({ id, lead, remark, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} class="pb-stack">
      <h2 id={`${id}-title`}>{text.sections[id]}</h2>
      <p class="pb-lead">{lead}</p>
      {remark?.section === id && (
        <Notice kind="pass">
          <span class="pb-row pb-spread">
            {remark.text}
            {remark.undo && <Button onClick={remark.undo}>{text.undo}</Button>}
          </span>
        </Notice>
      )}
      {children}
    </section>
  );
}

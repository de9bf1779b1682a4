import { Button } from '@/components/ui/Button';
import type { About } from '@/lib/core/report/question';
import type { Ref } from '@/lib/core/tracker/tracker';
import { reportsText as text } from '@/lib/text/reports/screens';

import { type Asked, readyQuestion, type Subject } from './reports-model';

interface ReadyQuestionsProps {
  advertiser: Ref;
  subject: Subject | null;
  isAsking: boolean;
  onAsk: (asked: Asked) => void;
}

const WHEN = [
  { kind: 'last-7-days', label: text.lastWeek },
  { kind: 'last-month', label: text.lastMonth },
] as const;

/** Questions that are asked by one press. */
export function ReadyQuestions({ advertiser, subject, isAsking, onAsk }: ReadyQuestionsProps) {
  const abouts = aboutsOf(advertiser, subject);
  return (
    <section class="pb-stack" aria-labelledby="pb-ready-questions">
      <h2 id="pb-ready-questions">{text.ready}</h2>
      <p class="pb-muted">{text.readyLead('UTC')}</p>
      <ul class="pb-report-ready">
        {abouts.map(({ about, ref }) => (
          <li key={about.kind}>
            <span class="pb-report-subject">
              <strong>{text.subject[about.kind]}</strong>{' '}
              <span class="pb-muted pb-clip">{ref.name}</span>
            </span>
            <span class="pb-row">
              {WHEN.map(({ kind, label }) => (
                <Button
                  key={kind}
                  disabled={isAsking}
                  label={text.askFor(label, text.subject[about.kind])}
                  onClick={() => onAsk(readyQuestion(about, { kind }))}
                >
                  {label}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** From the narrowest to the widest; what a tracker has none of is not offered. */
function aboutsOf(
  advertiser: Ref,
  subject: Subject | null,
): readonly { readonly about: About; readonly ref: Ref }[] {
  const { tracker, lineItem, publisher } = subject ?? NONE;
  return [
    ...(tracker ? [{ about: { kind: 'tracker', id: tracker.id } as const, ref: tracker }] : []),
    ...(lineItem
      ? [{ about: { kind: 'line-item', id: lineItem.id } as const, ref: lineItem }]
      : []),
    ...(publisher
      ? [{ about: { kind: 'publisher', id: publisher.id } as const, ref: publisher }]
      : []),
    { about: { kind: 'advertiser' } as const, ref: advertiser },
  ];
}

const NONE = { tracker: null, lineItem: null, publisher: null };

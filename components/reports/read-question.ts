import type { About, Grain, When } from '@/lib/core/report/question';
import { SpanSchema } from '@/lib/core/report/question';
import type { Ref } from '@/lib/core/tracker/tracker';
import { reportsText as text } from '@/lib/text/reports/screens';

import type { Asked } from './reports-model';

/** What stands in the form. */
export interface QuestionForm {
  readonly kind: About['kind'];
  readonly of: Ref | null;
  readonly when: When['kind'];
  readonly first: string;
  readonly last: string;
  readonly by: Grain;
  readonly timeZone: string;
}

/** What is wrong with it, by its field. */
export type QuestionProblems = Readonly<Partial<Record<'of' | 'first' | 'last', string>>>;

/** The question that a form asks, or what is wrong with it. `today` is `YYYY-MM-DD`. */
export function readQuestion(
  form: QuestionForm,
  today: string,
): { readonly asked: Asked } | { readonly problems: QuestionProblems } {
  const about = aboutOf(form);
  const problems: QuestionProblems = {
    ...(about === null && { of: text.whichMissing }),
    ...(form.when === 'custom' && spanProblems(form, today)),
  };
  const when = whenOf(form);
  if (about === null || when === null || Object.keys(problems).length > 0) return { problems };
  return { asked: { about, when, by: form.by, timeZone: form.timeZone } };
}

function aboutOf({ kind, of }: QuestionForm): About | null {
  if (kind === 'advertiser') return { kind };
  return of === null ? null : { kind, id: of.id };
}

function whenOf({ when, first, last }: QuestionForm): When | null {
  if (when !== 'custom') return { kind: when };
  const span = SpanSchema.safeParse({ first, last });
  return span.success ? { kind: when, span: span.data } : null;
}

function spanProblems({ first, last }: QuestionForm, today: string): QuestionProblems {
  const isDate = (date: string) => /^\d{4}-\d\d-\d\d$/.test(date);
  if (!isDate(first)) return { first: text.dateMissing };
  // Elsewhere it may be the next day already.
  if (first > today) return { first: text.dateFuture };
  if (!isDate(last)) return { last: text.dateMissing };
  return last < first ? { last: text.dateOrder } : {};
}

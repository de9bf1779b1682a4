import { z } from '../base/schema';
import type { Tracker } from '../tracker/tracker';
import { LEGACY_ENDS, TYPE_FACTS, TYPES_FOR } from './catalogue';
import { isHourly, type ReportMeta } from './meta';
import type { NoPlan, TypeProblem } from './no-plan';
import { type Question, QuestionSchema, type Span, SpanSchema } from './question';
import { limitRemarks, type Remark, RemarkSchema, type Told } from './remarks';
import { type ReportType, ReportTypeSchema } from './report-type';
import { type Scope, scopeOf } from './scope';
import { spanOf, wireDates } from './span';
import { localHour } from './time-zone';

const id = z.int();
const name = z.string().check(z.maxLength(100));
const date = z.string().check(z.regex(/^\d{4}-\d\d-\d\d(?: \d\d:00:00)?$/));

/** A report that can be asked for, and what is to be known of it beforehand. */
export const ReportPlanSchema = z.object({
  question: QuestionSchema,
  type: ReportTypeSchema,
  /** The days that the question means. */
  span: SpanSchema,
  /** Named in the address of the request, where the type needs it. */
  publisherId: z.nullable(id),
  columns: z.array(name).check(z.maxLength(50)),
  filters: z.array(z.object({ column: name, value: id })).check(z.maxLength(20)),
  /** As the wire writes them, the end exclusive. */
  start: date,
  end: date,
  remarks: z.array(RemarkSchema),
});
export type ReportPlan = Readonly<z.infer<typeof ReportPlanSchema>>;

export type Planned =
  | { readonly kind: 'plan'; readonly plan: ReportPlan }
  | { readonly kind: 'no-plan'; readonly why: NoPlan };

/** What the service offers, and what is known of the tracker that is asked about. */
export interface PlanFacts {
  readonly metas: readonly ReportMeta[];
  /** `null` where it is not known, or the question is about something else. */
  readonly tracker: Tracker | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export const IMPRESSIONS = 'external_impression';
/** An external impression (network analytics, `imp_type_id`). */
const EXTERNAL_IMPRESSION = 9;

/** The columns of an id and of its name, by what they tell. */
export const TOLD_COLUMNS = [
  { what: 'line-item', id: 'line_item_id', name: 'line_item_name' },
  { what: 'publisher', id: 'publisher_id', name: 'publisher_name' },
  { what: 'placement', id: 'placement_id', name: 'placement_name' },
  { what: 'payment-rule', id: 'pub_rule_id', name: 'pub_rule_name' },
] as const satisfies readonly { what: Told; id: string; name: string }[];

/**
 * The report that answers a question: of those types that the service offers, the one that tells most of its rows
 * apart. It uses columns and filters only that the service says the type has.
 */
export function planReport(question: Question, facts: PlanFacts): Planned {
  const span = spanOf(question, facts.now);
  if (typeof span === 'string') return noPlan({ kind: 'span', problem: span });
  const scope = scopeOf(question, facts.tracker);
  if ('kind' in scope) return noPlan(scope);
  const looked = TYPES_FOR[question.about.kind].map((type) => ({
    type,
    ...planOf(type, question, { span, scope, facts }),
  }));
  const able = looked.flatMap(({ plan }) => plan ?? []);
  const [best] = able.toSorted((a, b) => rankOf(b, span) - rankOf(a, span));
  if (best) return { kind: 'plan', plan: best };
  return noPlan({
    kind: 'no-type',
    types: looked.flatMap(({ type, problem }) => (problem ? [{ type, problem }] : [])),
  });
}

function noPlan(why: NoPlan): Planned {
  return { kind: 'no-plan', why };
}

// What tells more comes first; a type that has ended would tell nothing.
function rankOf({ type, columns }: ReportPlan, span: Span): number {
  const told = TOLD_COLUMNS.filter((column) => columns.includes(column.id)).length;
  const hasEnded = TYPE_FACTS[type].isLegacy && span.last >= LEGACY_ENDS;
  return hasEnded ? told - TOLD_COLUMNS.length - 1 : told;
}

interface PlanParts {
  readonly span: Span;
  readonly scope: Scope;
  readonly facts: PlanFacts;
}

type Looked =
  | { readonly plan: ReportPlan; readonly problem?: undefined }
  | { readonly plan?: undefined; readonly problem: TypeProblem };

function planOf(type: ReportType, question: Question, { span, scope, facts }: PlanParts): Looked {
  const meta = facts.metas.find((one) => one.type === type);
  if (!meta) return { problem: 'not-offered' };
  const { columns, filters } = meta;
  const { needsPublisher, cost } = TYPE_FACTS[type];
  const { by, timeZone } = question;
  if (!columns.has(IMPRESSIONS)) return { problem: 'no-impressions' };
  if (!columns.has(by) || (by === 'hour' && !isHourly(meta))) return { problem: 'no-periods' };
  const publisherId = needsPublisher ? (scope.values['publisher_id'] ?? null) : null;
  if (needsPublisher && publisherId === null) return { problem: 'needs-publisher' };
  const isNarrowed =
    filters.has(scope.must) || (scope.must === 'publisher_id' && publisherId !== null);
  if (!isNarrowed) return { problem: 'no-filter' };

  const told = TOLD_COLUMNS.filter((column) => columns.has(column.id));
  const narrowed = Object.entries(scope.values).flatMap(([column, value]) =>
    value !== undefined && filters.has(column) ? [{ column, value }] : [],
  );
  const isOneAdvertiser = narrowed.some(
    ({ column }) => column === 'advertiser_id' || column === 'line_item_id',
  );
  const remarks: Remark[] = [
    ...limitRemarks(type, { span, by, today: localHour(facts.now, timeZone)?.date ?? span.last }),
    ...TOLD_COLUMNS.filter((column) => !columns.has(column.id)).map(({ what }) => ({
      kind: 'not-told' as const,
      what,
    })),
    ...(isOneAdvertiser ? [] : [{ kind: 'all-advertisers' as const }]),
  ];
  return {
    plan: {
      question,
      type,
      span,
      publisherId,
      columns: [
        by,
        ...told.flatMap((column) => [
          column.id,
          ...(columns.has(column.name) ? [column.name] : []),
        ]),
        IMPRESSIONS,
        ...(cost !== null && columns.has(cost) ? [cost] : []),
      ],
      filters: [
        ...(filters.has('imp_type_id')
          ? [{ column: 'imp_type_id', value: EXTERNAL_IMPRESSION }]
          : []),
        ...narrowed,
      ],
      ...wireDates(span, isHourly(meta)),
      remarks,
    },
  };
}

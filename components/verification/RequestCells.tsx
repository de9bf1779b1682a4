import { CircleAlert, CircleCheck, Info, StickyNote, TriangleAlert } from 'lucide';
import type { ComponentChild } from 'preact';

import { Icon } from '@/components/ui/Icon';
import { MiddleClip } from '@/components/ui/MiddleClip';
import type { ColumnPlan } from '@/components/ui/table/plan-columns';
import { redirectTarget } from '@/lib/core/recording/redirect-target';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import type { ListColumn } from '@/lib/core/verification/list-layout';
import { decodeText } from '@/lib/core/pixel/pixel-url';
import { findingSentence } from '@/lib/text/findings';
import { prerenderedText } from '@/lib/text/verification/requests/prerendered';
import { requestListText } from '@/lib/text/verification/requests/request-list';
import {
  formatTime,
  shortUrl,
  statusText,
  typeText,
  verdictText,
  verificationText as text,
  viewName,
} from '@/lib/text/verification/verification';

import { runText } from '@/lib/text/verification/verification-run';

import { byGravity } from './Badges';
import { frameText, parametersText } from './requests/cell-texts';

interface RequestCellsProps {
  row: CheckedRequest;
  /** What a person wrote on it. */
  note: string | undefined;
  plan: ColumnPlan<ListColumn>;
  /** The first of its page view: here the view is named. */
  beginsView: boolean;
}

interface Cell {
  readonly content: ComponentChild;
  readonly title?: string | undefined;
}

const MONO: ReadonlySet<ListColumn> = new Set(['time', 'id', 'parameters', 'cachebuster']);

/** The cells of one request. Those for which there is no room are there, and not shown. */
export function RequestCells({ row, note, plan, beginsView }: RequestCellsProps) {
  const isPageNamed = beginsView && !plan.columns.includes('page');
  const cellOf = (column: ListColumn, place: number, isShown: boolean) => {
    const { content, title } = CELLS[column](row, isPageNamed);
    return (
      <span
        key={column}
        role="gridcell"
        aria-colindex={isShown ? place + 1 : undefined}
        hidden={!isShown}
        title={title}
        class={`pb-cell ${column} ${column === 'tracker' ? '' : 'pb-clip'} ${MONO.has(column) ? 'pb-mono' : ''}`}
      >
        {content}
        {column === 'findings' && row.request.prerendered && (
          <span class="pb-muted pb-nowrap">{prerenderedText.mark}</span>
        )}
        {column === 'findings' && note !== undefined && (
          <span class="pb-muted" role="img" aria-label={runText.noted(note)} title={note}>
            <Icon of={StickyNote} size={12} />
          </span>
        )}
      </span>
    );
  };
  return (
    <>
      {plan.columns.map((column, place) => cellOf(column, place, true))}
      {plan.left.map((column, place) => cellOf(column, place, false))}
    </>
  );
}

const CELLS: Readonly<Record<ListColumn, (row: CheckedRequest, isPageNamed: boolean) => Cell>> = {
  time: ({ request }) => ({ content: formatTime(request.startedAt, true) }),
  id: ({ trackerId, request }) => ({ content: trackerId ?? request.url.id ?? text.noId }),
  tracker: ({ tracker }) => ({
    content: tracker ? (
      <MiddleClip text={tracker.name} keep={7} />
    ) : (
      <span class="pb-clip pb-muted">{text.unnamed}</span>
    ),
  }),
  type: ({ request }) => ({ content: typeText(request.url.t) }),
  parameters: (row) => whole(parametersText(row)),
  status: ({ request }) => ({
    content: statusText(request),
    title: request.error ?? undefined,
  }),
  page: ({ pageView }) =>
    pageView ? { content: viewName(pageView), title: pageView.url } : { content: text.notKnown },
  frame: (row, isPageNamed) => ({
    content: frameText(row, isPageNamed),
    title: row.request.frameUrl ?? undefined,
  }),
  cachebuster: ({ request }) => {
    const { cachebuster } = request.url;
    return cachebuster === null ? { content: '' } : whole(decodeText(cachebuster));
  },
  redirect: (row) => {
    const target = redirectTarget(row.request);
    if (target !== null) return { content: shortUrl(target), title: target };
    return { content: row.isRedirectHop ? text.redirectHop : '' };
  },
  duration: ({ request }) => ({
    content: request.duration === null ? text.notKnown : text.milliseconds(request.duration),
  }),
  findings: (row) => ({ content: <Remarks row={row} /> }),
};

const whole = (content: string): Cell => ({ content, title: content });

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info };
const CLASSES = { error: 'fail', warning: 'warning', info: '' };

/** How many there are, with a sign for how grave they are, and the first of them in its words. */
function Remarks({ row }: { row: CheckedRequest }) {
  const [first] = byGravity(row.findings);
  if (!first) {
    return (
      <span class="pb-mark pass">
        <Icon of={CircleCheck} size={14} />
        {row.isRedirectHop ? text.redirectHop : verdictText.pass}
      </span>
    );
  }
  const sentence = findingSentence(first);
  const { length } = row.findings;
  return (
    <>
      <span class={`pb-mark ${CLASSES[first.severity]}`}>
        <Icon of={ICONS[first.severity]} size={14} />
        <span aria-hidden="true">{length}</span>
        <span class="pb-hidden">{requestListText.findings(first.severity, length)}</span>
      </span>
      <span class="pb-clip" title={sentence}>
        {sentence}
      </span>
    </>
  );
}

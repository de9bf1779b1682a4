import { DataGrid } from '@/components/ui/table/DataGrid';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import type { ListColumn, ListLayout } from '@/lib/core/verification/list-layout';
import { requestListText } from '@/lib/text/verification/requests/request-list';
import { verificationText as text } from '@/lib/text/verification/verification';

import { RequestCells } from './RequestCells';
import { REQUEST_COLUMNS } from './requests/columns';

interface RequestTableProps {
  rows: readonly CheckedRequest[];
  /** When nobody recorded. */
  gaps: readonly { readonly to: number }[];
  layout: ListLayout;
  onLayout: (change: (before: ListLayout) => ListLayout) => void;
  /** Tells which of the columns have no room. */
  onLeft: (columns: readonly ListColumn[]) => void;
  /** What a person wrote on some of them, by their keys. */
  notes?: ReadonlyMap<string, string>;
  selectedKey: string | null;
  /** Rises each time the focus is to go to the row that is selected, or else to the current one. */
  toRow: number;
  onSelect: (key: string) => void;
  /** The current row is another. */
  onMove: (key: string) => void;
  /** Opens the details of a request and goes there. */
  onOpen: (key: string) => void;
  /** Puts the details away; says whether there were any. */
  onEscape: () => boolean;
}

const keyOf = ({ request }: CheckedRequest) => request.key;

/** The recorded requests. In the order of time it is seen where another page view begins, and when nobody recorded. */
export function RequestTable(props: RequestTableProps) {
  const { rows, gaps, notes, layout } = props;
  const inTime =
    layout.sort === null || (layout.sort.column === 'time' && !layout.sort.isDescending);
  const beginsView = (row: CheckedRequest, before: CheckedRequest | undefined) =>
    before?.pageView?.id !== row.pageView?.id;
  return (
    <section class="pb-verification-list">
      <DataGrid
        label={text.requests}
        rows={rows}
        keyOf={keyOf}
        columns={REQUEST_COLUMNS}
        layout={layout}
        onLayout={props.onLayout}
        onLeft={props.onLeft}
        sortWhy={requestListText.sortBy}
        keepAtEnd={inTime}
        selectedKey={props.selectedKey}
        toRow={props.toRow}
        onSelect={props.onSelect}
        onMove={props.onMove}
        onOpen={props.onOpen}
        onEscape={props.onEscape}
        attributes={({ row, before }) => {
          const isNewPage = inTime && before !== undefined && beginsView(row, before);
          const afterGap = inTime && isAfterGap(gaps, row, before);
          return {
            class: `${isNewPage ? 'new-page' : ''} ${afterGap ? 'after-gap' : ''}`,
            title: afterGap ? text.afterGap : undefined,
          };
        }}
        cells={({ row, before, plan }) => (
          <RequestCells
            row={row}
            note={notes?.get(row.request.key)}
            plan={plan}
            beginsView={beginsView(row, before)}
          />
        )}
      />
    </section>
  );
}

function isAfterGap(
  gaps: RequestTableProps['gaps'],
  { request }: CheckedRequest,
  before: CheckedRequest | undefined,
): boolean {
  const at = before?.request.startedAt ?? -Infinity;
  return gaps.some(({ to }) => request.startedAt >= to && at < to);
}

import { DataGrid, type DataGridProps } from '@/components/ui/table/DataGrid';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import type { ListColumn, ListLayout } from '@/lib/core/verification/list-layout';
import { requestListText } from '@/lib/text/verification/requests/request-list';
import { verificationText as text } from '@/lib/text/verification/verification';

import { RequestCells } from './RequestCells';
import { REQUEST_COLUMNS } from './requests/columns';

interface RequestTableProps extends Pick<
  DataGridProps<CheckedRequest, ListColumn, ListLayout>,
  | 'rows'
  | 'layout'
  | 'onLayout'
  | 'onLeft'
  | 'selectedKey'
  | 'toRow'
  | 'onSelect'
  | 'onMove'
  | 'onOpen'
  | 'onEscape'
> {
  /** When nobody recorded. */
  gaps: readonly { readonly to: number }[];
  /** What a person wrote on some of them, by their keys. */
  notes?: ReadonlyMap<string, string>;
}

const keyOf = ({ request }: CheckedRequest) => request.key;

/** The recorded requests. In the order of time it is seen where another page view begins, and when nobody recorded. */
export function RequestTable({ gaps, notes, ...grid }: RequestTableProps) {
  const { layout } = grid;
  const inTime =
    layout.sort === null || (layout.sort.column === 'time' && !layout.sort.isDescending);
  const beginsView = (row: CheckedRequest, before: CheckedRequest | undefined) =>
    before?.pageView?.id !== row.pageView?.id;
  return (
    <section class="pb-verification-list">
      <DataGrid
        {...grid}
        label={text.requests}
        keyOf={keyOf}
        columns={REQUEST_COLUMNS}
        sortWhy={requestListText.sortBy}
        keepAtEnd={inTime}
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

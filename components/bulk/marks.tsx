import { CircleAlert, CircleEqual, CirclePlus, type IconNode, Pencil, TriangleAlert } from 'lucide';

import { Badge } from '@/components/ui/Badge';
import type { RowKind } from '@/lib/core/tracker-sheet/planned-row';
import { rowKindText } from '@/lib/text/trackers/tracker-sheet';

const KIND_ICONS: Record<RowKind, IconNode> = {
  create: CirclePlus,
  change: Pencil,
  unchanged: CircleEqual,
  conflict: TriangleAlert,
  error: CircleAlert,
};
const LOOKS: Record<RowKind, string> = {
  create: 'pass',
  change: 'change',
  unchanged: '',
  conflict: 'warning',
  error: 'fail',
};

/** What becomes of a row: a sign and a word. */
export function KindMark({ kind }: { kind: RowKind }) {
  return <Badge icon={KIND_ICONS[kind]} look={LOOKS[kind]} word={rowKindText[kind]} />;
}

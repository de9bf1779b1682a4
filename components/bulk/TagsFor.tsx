import { bulkFillText as text } from '@/lib/text/trackers/bulk-fill';

import type { FillTrackersModel } from './fill-trackers-model';

// No ad server's id begins so.
const ROW = '?row';

/** For which ad server tags are filled in: the one that a row names, or one for all rows. */
export function TagsFor({ model }: { model: FillTrackersModel }) {
  const { servers, tagsFor } = model;
  const sorted = servers.value.toSorted((a, b) => a.name.localeCompare(b.name));
  const chosen = tagsFor.value;
  const value = chosen.kind === 'one' ? chosen.id : chosen.kind === 'row' ? ROW : '';
  const choose = (next: string) => {
    tagsFor.value =
      next === ROW ? { kind: 'row' } : next === '' ? { kind: 'none' } : { kind: 'one', id: next };
  };
  return (
    <label class="pb-row pb-fill-tags">
      {text.tags}
      <select
        class="pb-input"
        value={value}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value={ROW}>{text.tagsOfRow}</option>
        <option value="">{text.noTags}</option>
        {sorted.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

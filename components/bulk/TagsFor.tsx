import { bulkFillText as text } from '@/lib/text/trackers/bulk-fill';

import type { FillTrackersModel } from './fill-trackers-model';

/** For which ad server tags are filled in; nobody else knows it of a sheet of trackers. */
export function TagsFor({ model }: { model: FillTrackersModel }) {
  const { servers, serverId } = model;
  const sorted = servers.value.toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <label class="pb-row pb-fill-tags">
      {text.tags}
      <select
        class="pb-input"
        value={serverId.value ?? ''}
        onChange={({ currentTarget }) => (serverId.value = currentTarget.value || null)}
      >
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

import { Field } from '@/components/ui/Field';
import type { AdServer } from '@/lib/core/ad-server/ad-server';

interface ServerSelectProps {
  label: string;
  servers: readonly AdServer[];
  value: string | null;
  /** What the choice of none is called. */
  none: string;
  onChange: (id: string | null) => void;
}

/** One of the ad servers, by name, or none. */
export function ServerSelect({ label, servers, value, none, onChange }: ServerSelectProps) {
  return (
    <Field label={label}>
      {({ id }) => (
        <select
          id={id}
          class="pb-input"
          value={value ?? ''}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.value === '' ? null : currentTarget.value)
          }
        >
          <option value="">{none}</option>
          {servers
            .toSorted((a, b) => a.name.localeCompare(b.name))
            .map((server) => (
              <option key={server.id} value={server.id}>
                {server.name}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
}

import { X } from 'lucide';

import { Button, IconButton } from '@/components/ui/Button';
import { Combobox } from '@/components/ui/Combobox';
import type { Ref } from '@/lib/core/tracker/tracker';
import { bulkText as text } from '@/lib/text/trackers/bulk';

interface PickManyProps {
  /** What is chosen, in a sentence: "placements". */
  what: string;
  /** The name of the field in which one is looked for. */
  label: string;
  chosen: readonly Ref[];
  search: (text: string) => Promise<readonly Ref[]>;
  onAdd: (one: Ref) => void;
  onRemove: (id: number) => void;
  /** Adds all there are. */
  onAddAll: () => void;
  onClear: () => void;
  /** Whether all there are is being read. */
  isAdding: boolean;
  hint?: string;
}

/** So many are named one by one. */
const NAMED = 60;

/** Several objects, found one by one or taken all. */
export function PickMany(props: PickManyProps) {
  const { what, label, chosen, search, onAdd, onRemove, onAddAll, onClear, isAdding } = props;
  const rest = chosen.length - NAMED;
  return (
    <div class="pb-bulk-pick">
      <div class="pb-bulk-pick-field">
        <Combobox<Ref>
          label={label}
          value={null}
          search={search}
          onChange={(one) => one && onAdd(one)}
          {...(chosen.length === 0 && props.hint !== undefined && { hint: props.hint })}
        />
        <Button label={text.allOf(what)} disabled={isAdding} onClick={onAddAll}>
          {isAdding ? text.adding : text.all}
        </Button>
        {chosen.length > 1 && (
          <Button kind="quiet" label={text.clearAllOf(what)} onClick={onClear}>
            {text.clearAll}
          </Button>
        )}
      </div>
      {chosen.length > 0 && (
        <ul class="pb-bulk-chips" aria-label={what}>
          {chosen.slice(0, NAMED).map(({ id, name }) => (
            <li key={id}>
              <span class="pb-clip" title={`${name} (${id})`}>
                {name}
              </span>
              <IconButton icon={X} label={text.remove(name)} onClick={() => onRemove(id)} />
            </li>
          ))}
          {rest > 0 && <li class="more">{text.more(rest)}</li>}
        </ul>
      )}
    </div>
  );
}

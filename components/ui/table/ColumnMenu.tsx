import { Columns3 } from 'lucide';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

import { Button, IconButton } from '../Button';
import { focusIn } from '../focus-in';
import { useLeft } from '../use-left';
import { tableText as text } from '@/lib/text/table';

import type { TableColumns } from './plan-columns';

interface ColumnMenuProps<C extends string> {
  columns: TableColumns<C>;
  /** Those that were chosen, and those of them that have no room. */
  chosen: readonly C[];
  left: readonly C[];
  onToggle: (column: C) => void;
  onUsual: () => void;
}

/** Which columns a table has. */
export function ColumnMenu<C extends string>(props: ColumnMenuProps<C>) {
  const { columns, chosen, left, onToggle, onUsual } = props;
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const close = () => {
    setOpen(false);
    focusIn(box.current, 'button');
  };
  useEffect(() => {
    if (isOpen) focusIn(box.current, 'input');
  }, [isOpen]);
  const leaving = useLeft(box, isOpen, () => setOpen(false));
  return (
    <div
      ref={box}
      class="pb-column-menu"
      role="group"
      aria-label={text.columns}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
      {...leaving}
    >
      <IconButton
        icon={Columns3}
        label={text.columns}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      />
      <div id={id} class="pb-column-choices" hidden={!isOpen}>
        {columns.all.map((name) => {
          const isShown = chosen.includes(name);
          return (
            <label key={name} class="pb-check">
              <input
                type="checkbox"
                checked={isShown}
                disabled={isShown && chosen.length === 1}
                onChange={() => onToggle(name)}
              />
              {columns.names[name]}
              {isShown && left.includes(name) && <span class="pb-muted"> ({text.noRoom})</span>}
            </label>
          );
        })}
        <Button title={text.usualColumnsWhy} onClick={onUsual}>
          {text.usualColumns}
        </Button>
      </div>
    </div>
  );
}

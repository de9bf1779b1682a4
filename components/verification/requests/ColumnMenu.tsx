import { Columns3 } from 'lucide';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

import { Button, IconButton } from '@/components/ui/Button';
import { focusIn } from '@/components/ui/focus-in';
import { LIST_COLUMNS, toggleColumn, USUAL_LAYOUT } from '@/lib/core/verification/list-layout';
import { columnText, requestListText as text } from '@/lib/text/verification/requests/request-list';

import type { VerificationModel } from '../verification-model';

/** Which columns the list has. */
export function ColumnMenu({ model }: { model: VerificationModel }) {
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const layout = model.layout.value;
  const close = () => {
    setOpen(false);
    focusIn(box.current, 'button');
  };
  useEffect(() => {
    if (!isOpen) return;
    focusIn(box.current, 'input');
    const leave = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [isOpen]);
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
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !box.current?.contains(relatedTarget)) setOpen(false);
      }}
    >
      <IconButton
        icon={Columns3}
        label={text.columns}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      />
      <div id={id} class="pb-column-choices" hidden={!isOpen}>
        {LIST_COLUMNS.map((name) => {
          const isShown = layout.columns.includes(name);
          return (
            <label key={name} class="pb-check">
              <input
                type="checkbox"
                checked={isShown}
                disabled={isShown && layout.columns.length === 1}
                onChange={() => model.changeLayout((before) => toggleColumn(before, name))}
              />
              {columnText[name]}
              {isShown && model.left.value.includes(name) && (
                <span class="pb-muted"> ({text.noRoom})</span>
              )}
            </label>
          );
        })}
        <Button
          title={text.usualColumnsWhy}
          onClick={() =>
            model.changeLayout((before) => ({ ...USUAL_LAYOUT, details: before.details }))
          }
        >
          {text.usualColumns}
        </Button>
      </div>
    </div>
  );
}

import { Undo2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { focusIn } from '@/components/ui/focus-in';
import { sheetPageText as text } from '@/lib/text/sheets/page';

interface ColumnListsProps {
  title: string;
  hint: string;
  /** What there is to choose from, made anew each time that the sheet was read. */
  offer: { readonly choice: unknown };
  /** Whether no column was recognised: then the lists are open from the start. */
  isUnknown?: boolean;
  /** The list in which something was chosen just now, which is to have the focus. */
  touched: string | null;
  onFocused: () => void;
  /** Has the columns recognised again. */
  onRecognise: () => void;
  /** The lists, each a `ColumnSelect`. */
  children: ComponentChildren;
}

/** The columns of a sheet, folded away while they were recognised, to be chosen by hand. */
export function ColumnLists(props: ColumnListsProps) {
  const { offer, isUnknown = false, touched } = props;
  const box = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(touched !== null || isUnknown);
  // The page was another one while the sheet was read anew.
  useEffect(() => {
    if (touched === null) return;
    focusIn(box.current, `[data-list="${touched}"]`, 'summary');
    props.onFocused();
  }, [touched, offer]);
  const isByHand = offer.choice !== null;
  return (
    <details
      ref={box}
      class="pb-sheet-columns"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {props.title}{' '}
        <span class="pb-muted">{isByHand ? text.byHand : !isUnknown && text.asRecognised}</span>
      </summary>
      <div class="pb-card pb-stack">
        <div class="pb-sheet-columns-lists">{props.children}</div>
        <div class="pb-row">
          <p class="pb-hint pb-grow">{props.hint}</p>
          {isByHand && (
            <Button icon={Undo2} onClick={props.onRecognise}>
              {text.recognise}
            </Button>
          )}
        </div>
      </div>
    </details>
  );
}

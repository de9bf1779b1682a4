import { Move, X } from 'lucide';
import type { HTMLAttributes } from 'preact';

import { IconButton } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { ownValue } from '@/lib/core/base/own-value';
import { builderText } from '@/lib/text/builder/builder';
import { pageText as text } from '@/lib/text/builder/page';

import type { FieldInfo } from './builder-actions';

/** How the builder is moved about; absent where its window does that. */
export interface HeadMoves {
  /** Pointer events of the head, by which it is dragged. */
  readonly dragProps: Partial<
    Pick<
      HTMLAttributes<HTMLElement>,
      'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'
    >
  >;
  /** By so many pixels to the right and down. */
  onKeyMove(dx: number, dy: number): void;
}

interface BuilderHeadProps {
  /** `undefined` while it is not known which field it is. */
  field: FieldInfo | null | undefined;
  /** The member whose trackers are offered. */
  whose?: string | undefined;
  moves: HeadMoves | undefined;
  onClose: () => void;
}

const STEP = 16;
const LONG_STEP = 64;
const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What the window is for, and what moves and closes it. */
export function BuilderHead({ field, whose, moves, onClose }: BuilderHeadProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const way = ownValue(WAYS, event.key);
    if (!way) return;
    event.preventDefault();
    const step = event.shiftKey ? LONG_STEP : STEP;
    moves?.onKeyMove(way[0] * step, way[1] * step);
  };
  return (
    <header class="pb-head" data-drag={moves ? '' : undefined} {...moves?.dragProps}>
      <div class="pb-grow">
        <h1>{builderText.title}</h1>
        <p class="pb-muted pb-small pb-clip" title={field?.name}>
          {field !== undefined && [whose, fieldWords(field)].filter(Boolean).join(' · ')}
        </p>
      </div>
      {/* A press on these is no drag. */}
      <div class="pb-row" onPointerDown={(event) => event.stopPropagation()}>
        {moves && (
          <button
            type="button"
            class="pb-button quiet icon"
            aria-label={text.move}
            title={text.move}
            onKeyDown={onKeyDown}
          >
            <Icon of={Move} />
          </button>
        )}
        <IconButton icon={X} label={builderText.close} onClick={onClose} />
      </div>
    </header>
  );
}

function fieldWords(field: FieldInfo | null): string {
  if (field === null) return text.forNone;
  return field.name === '' ? text.forUnnamed : text.forField(field.name);
}

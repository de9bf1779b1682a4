import { useRef, useState } from 'preact/hooks';

interface SeparatorProps {
  label: string;
  title: string;
  /** How the bar itself stands: `vertical` between two columns. */
  orientation: 'vertical' | 'horizontal';
  value: number;
  min: number;
  max: number;
  /** How large it is now, where `value` is not what is on the screen. */
  measure?: () => number | undefined;
  /** How much of `value` a pixel is; below 0 where it grows against the direction of reading. */
  perPixel: () => number;
  /** Pixels of one press of an arrow key. */
  step?: number;
  tabIndex?: number;
  class?: string;
  onMove: (value: number) => void;
  /** Back to what is usual. */
  onReset: () => void;
}

const DIRECTIONS = {
  vertical: { ArrowLeft: -1, ArrowRight: 1 },
  horizontal: { ArrowUp: -1, ArrowDown: 1 },
} satisfies Record<string, Record<string, number>>;

/** A bar that is moved by the pointer or by the arrow keys (WAI-ARIA window splitter). */
export function Separator(props: SeparatorProps) {
  const { label, title, orientation, value, min, max, perPixel, step = 16, onMove } = props;
  const start = useRef({ at: 0, value: 0, scale: 1 });
  const [isDragged, setDragged] = useState(false);
  const placeOf = (event: PointerEvent) =>
    orientation === 'vertical' ? event.clientX : event.clientY;
  const now = () => props.measure?.() || value;
  const move = (to: number) => onMove(Math.min(max, Math.max(min, to)));

  return (
    <div
      role="separator"
      class={`pb-separator ${orientation} ${props.class ?? ''}`}
      data-dragged={isDragged ? '' : undefined}
      tabIndex={props.tabIndex ?? 0}
      aria-label={label}
      title={title}
      aria-orientation={orientation}
      aria-valuenow={Math.round(value)}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: placeOf(event), value: now(), scale: perPixel() };
        setDragged(true);
      }}
      onPointerMove={(event) => {
        const { at, value: before, scale } = start.current;
        if (isDragged) move(before + (placeOf(event) - at) * scale);
      }}
      onPointerUp={() => setDragged(false)}
      onPointerCancel={() => setDragged(false)}
      onClick={(event) => event.stopPropagation()}
      onDblClick={props.onReset}
      onKeyDown={(event) => {
        const keys: Readonly<Record<string, number>> = DIRECTIONS[orientation];
        const direction = keys[event.key];
        if (direction !== undefined) move(now() + direction * step * perPixel());
        else if (event.key === 'Home') move(min);
        else if (event.key === 'End') move(max);
        else if (event.key === 'Enter') props.onReset();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

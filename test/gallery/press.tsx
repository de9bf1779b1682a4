import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface PressProps {
  /** Selectors of what a person presses, one after another; each once it is there. */
  at: readonly string[];
  children: ComponentChildren;
}

/** What is there once a person has pressed something; marked as long as that is not done. */
export function Press({ at, children }: PressProps) {
  const root = useRef<HTMLDivElement>(null);
  const [done, setDone] = useState(0);
  useEffect(() => {
    const selector = at[done];
    if (selector === undefined) return;
    const press = () => {
      const found = root.current?.querySelector<HTMLElement>(selector);
      if (!found) return void (frame = requestAnimationFrame(press));
      found.focus();
      found.click();
      setDone(done + 1);
    };
    let frame = requestAnimationFrame(press);
    return () => cancelAnimationFrame(frame);
  }, [done]);
  return (
    <div ref={root} data-pressing={done < at.length ? '' : undefined}>
      {children}
    </div>
  );
}

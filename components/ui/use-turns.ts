import { useCallback, useRef } from 'preact/hooks';

/**
 * For answers that may overtake each other: takes a turn, and gives a question whether it is still the
 * last one taken.
 */
export function useTurns(): () => () => boolean {
  const last = useRef(0);
  return useCallback(() => {
    last.current += 1;
    const turn = last.current;
    return () => turn === last.current;
  }, []);
}

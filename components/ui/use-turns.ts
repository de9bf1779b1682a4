import { useState } from 'preact/hooks';

import { createTurns } from '@/components/stores/turns';

/** The same turns at each drawing of a component. */
export function useTurns(): () => () => boolean {
  const [takeTurn] = useState(createTurns);
  return takeTurn;
}

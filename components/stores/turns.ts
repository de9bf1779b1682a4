/**
 * For answers that may overtake each other: each call takes a turn, and gives a question whether it is
 * still the last one taken.
 */
export function createTurns(): () => () => boolean {
  let last = 0;
  return () => {
    last += 1;
    const turn = last;
    return () => turn === last;
  };
}

/** Pauses before an unanswered question is put again: a background that stopped in the middle is back soon. */
const PAUSES_MS = [250, 1000, 4000, 15_000];

/**
 * Asks until there is an answer, a few times. For questions only: what is to be done once is not
 * said twice. `null` where nobody answered, or the question was over before.
 */
export async function askAgain<T>(
  ask: () => Promise<T | null>,
  isOver: () => boolean,
): Promise<T | null> {
  for (const pause of [0, ...PAUSES_MS]) {
    if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
    if (isOver()) return null;
    const answer = await ask();
    if (answer !== null) return answer;
  }
  return null;
}

import { browser } from 'wxt/browser';

import { type Dismissals, readDismissals } from '../../core/console/dismissals';
import { askAgain } from './ask-again';
import { DISMISSALS_CHANGED } from './dismissals-changed';
import { onTold } from './on-told';

/**
 * In a console's script: tells what is dismissed at this host, now and at every change, until the
 * signal. The storage is closed to such scripts, so the background is asked; without the contract's
 * schemas, to keep the script small.
 */
export function watchDismissals(
  host: string,
  listener: (dismissals: Dismissals) => void,
  signal: AbortSignal,
): void {
  let last = 0;
  const ask = async () => {
    last += 1;
    const turn = last;
    const isOver = () => turn !== last || signal.aborted;
    const answer = await askAgain(() => askOnce(host), isOver);
    // Without an answer nothing is known, and nothing is offered.
    if (answer && !isOver()) listener(answer);
  };
  onTold(DISMISSALS_CHANGED, () => void ask(), signal);
  void ask();
}

async function askOnce(host: string): Promise<Dismissals | null> {
  const answer: unknown = await browser.runtime
    .sendMessage({ piggyback: 'field.readDismissals', data: host })
    .catch(() => null);
  const isAnswer = typeof answer === 'object' && answer && Reflect.get(answer, 'ok') === true;
  return isAnswer ? readDismissals(Reflect.get(answer, 'value')) : null;
}

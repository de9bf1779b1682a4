import { describe, expect, it } from 'vitest';

import { createAskRecorder } from '@/lib/app/recording/ask-recorder';
import type { RecorderMessage } from '@/lib/core/recording/recorder-message';

function askRecorder() {
  const told: RecorderMessage[] = [];
  const timers = new Set<() => void>();
  const timer = (_: number, act: () => void) => {
    timers.add(act);
    return () => void timers.delete(act);
  };
  const recorder = createAskRecorder({ tell: (message) => void told.push(message), timer });
  const done: string[] = [];
  const ask = (id: string, who = id) => recorder.checkAgain(id).then(() => done.push(who));
  const hear = (verificationId: string) => recorder.hear({ kind: 'checked', verificationId });
  return { ask, hear, recorder, told, timers, done };
}

describe('asking the recorder', () => {
  it('ends when the recorder has looked, and leaves no timer', async () => {
    const { ask, hear, told, timers, done } = askRecorder();
    const asked = ask('a');
    expect(told).toEqual([{ kind: 'check-again', verificationId: 'a' }]);
    hear('a');
    await asked;
    expect(done).toEqual(['a']);
    expect(timers.size).toBe(0);
  });

  it('ends by itself where nobody answers', async () => {
    const { ask, timers, done } = askRecorder();
    const asked = ask('a');
    for (const act of timers) act();
    await asked;
    expect(done).toEqual(['a']);
  });

  it('hears for each recording, and for everybody who asked of it', async () => {
    const { ask, hear, timers, done } = askRecorder();
    const asked = [ask('a', 'first'), ask('a', 'second')];
    const other = ask('b');
    hear('a');
    await Promise.all(asked);
    expect(done).toEqual(['first', 'second']);
    expect(timers.size).toBe(1);
    hear('b');
    await other;
  });

  it('hears what else a recorder says without ending', async () => {
    const { ask, hear, recorder, done } = askRecorder();
    const asked = ask('a');
    recorder.hear({ kind: 'cleared', verificationId: 'a', at: 1 });
    await Promise.resolve();
    expect(done).toEqual([]);
    hear('a');
    await asked;
  });
});

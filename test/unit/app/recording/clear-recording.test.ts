import { expect, it } from 'vitest';

import { clearRecording } from '@/lib/app/recording/clear-recording';

it('tells the recorder before anything is gone, and of the same moment', async () => {
  const did: unknown[] = [];
  let time = 100;
  const parts = {
    now: () => (time += 1),
    tell: (message: unknown) => void did.push(message),
    clearRequests: async (id: string, at: number) => void did.push(['cleared', id, at]),
  };
  await clearRecording(parts, 'v1');
  expect(did).toEqual([{ kind: 'cleared', verificationId: 'v1', at: 101 }, ['cleared', 'v1', 101]]);
});

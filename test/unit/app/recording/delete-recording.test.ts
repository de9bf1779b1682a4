import { expect, it } from 'vitest';

import { deleteRecording } from '@/lib/app/recording/delete-recording';

it('tells the recorder once all of it is gone', async () => {
  const did: unknown[] = [];
  const parts = {
    tell: (message: unknown) => void did.push(message),
    deleteVerification: async (id: string) => void did.push(['deleted', id]),
  };
  await deleteRecording(parts, 'v1');
  expect(did).toEqual([['deleted', 'v1'], { kind: 'deleted', verificationId: 'v1' }]);
});

it('tells it nothing where it could not be deleted', async () => {
  const did: unknown[] = [];
  const parts = {
    tell: (message: unknown) => void did.push(message),
    deleteVerification: () => Promise.reject(new Error('disk')),
  };
  await expect(deleteRecording(parts, 'v1')).rejects.toThrow('disk');
  expect(did).toEqual([]);
});

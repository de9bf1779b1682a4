import { expect, it } from 'vitest';

import { recordFile } from '@/lib/app/recording/record-file';
import { readHarFile } from '@/lib/core/recording/har-file';
import { HarFileError } from '@/lib/core/recording/har-problem';
import type { Recording } from '@/lib/core/verification/recording';

import { at, chrome } from '../../core/recording/har-samples';

const NOW = Date.UTC(2026, 10, 27);

function setUp(value: unknown, keep: (recording: Recording) => string) {
  const har = readHarFile(value);
  if (!har) throw new Error('no HAR');
  const kept: Recording[] = [];
  const controller = new AbortController();
  const parts = {
    read: async () => ({ har, digest: 'abc' }),
    keep: async (recording: Recording) => {
      kept.push(recording);
      return keep(recording);
    },
    now: () => NOW,
    newId: () => 'new',
    signal: controller.signal,
  };
  return { kept, controller, record: (name: string) => recordFile(parts, name) };
}

it('makes a recording of its own: in no tab, named by the file', async () => {
  const { record, kept } = setUp(chrome(), ({ verification }) => verification.id);
  expect(await record('a.har')).toEqual({ id: 'new', isKnown: false });
  expect(kept).toMatchObject([
    {
      verification: {
        id: 'new',
        tabId: null,
        startedAt: NOW,
        expectedIds: [],
        file: { name: 'a.har', digest: 'abc', recordedAt: Date.parse(at(0)), entries: 4 },
      },
      pageViews: [{ verificationId: 'new', url: 'https://news.example/article' }],
      requests: [{ url: { id: '531' } }, { url: { id: '532' } }],
    },
  ]);
});

it('says of the same file that it is there', async () => {
  const { record } = setUp(chrome(), () => 'before');
  expect(await record('b.har')).toEqual({ id: 'before', isKnown: true });
});

it('keeps nothing where nothing of ours is in it', async () => {
  const { record, kept } = setUp({ entries: [] }, () => 'new');
  await expect(record('a.har')).rejects.toEqual(new HarFileError('no-requests'));
  expect(kept).toEqual([]);
});

it('keeps nothing once it was stopped', async () => {
  const { record, kept, controller } = setUp(chrome(), () => 'new');
  const recording = record('a.har');
  controller.abort('enough');
  await expect(recording).rejects.toBe('enough');
  expect(kept).toEqual([]);
});

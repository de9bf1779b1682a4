import { expect, it } from 'vitest';

import { createFrames, MOST_OFFERED } from '@/components/verification/requests/frames';

import { request } from '../../../core/verification/build';

const inFrame = (frameUrl: string | null) => request(undefined, { frameUrl });

it('frames are told apart without their parameters, each once, in the order they came', () => {
  const frames = createFrames();
  frames.note([inFrame('https://b.example/slot?try=1'), inFrame(null)]);
  frames.note([inFrame('https://a.example/'), inFrame('https://b.example/slot?try=2')]);
  expect(frames.all.value).toEqual({ names: ['b.example/slot', 'a.example'], isMore: false });
  frames.clear();
  expect(frames.all.value).toEqual({ names: [], isMore: false });
});

it('of very many only so many are offered, and that there are more is known', () => {
  const frames = createFrames();
  const many = Array.from({ length: MOST_OFFERED + 50 }, (_, index) =>
    inFrame(`https://a.example/${index}`),
  );
  frames.note(many.slice(0, MOST_OFFERED));
  expect(frames.all.value.isMore).toBe(false);
  frames.note(many);
  expect(frames.all.value.names).toHaveLength(MOST_OFFERED);
  expect(frames.all.value.isMore).toBe(true);
});

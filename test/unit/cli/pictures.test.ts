import { expect, it } from 'vitest';

import type { VisitPicture } from '@/cli/verify/browsers/photograph';
import { picturesOfRun } from '@/cli/verify/output/pictures';
import { START } from '../core/verification/build';
import { FAILED, pixelOf, runOf, visited } from './runs';

const shot = (id: string, takenAt: number): VisitPicture => ({
  url: `https://news.example/${id}`,
  takenAt,
  sha256: '0f'.repeat(32),
  image: `data:image/jpeg;base64,${id}`,
});
function photographed(id: string, picture: VisitPicture) {
  const one = visited(id, pixelOf(531, 1));
  return one.state === 'visited' ? { ...one, visit: { ...one.visit, picture } } : one;
}

it('of pages that browsers visit side by side, each screenshot is of its own visit, and each that is missing has its reason', () => {
  const run = runOf([
    [photographed('a', shot('a', START + 9000))],
    [photographed('b', shot('b', START + 4000))],
    [photographed('c', 'page-changed')],
    [FAILED],
    [photographed('e', 'too-many')],
    [photographed('f', 'page-changed')],
  ]);
  expect(picturesOfRun(run)).toEqual({
    told: {
      taken: [
        expect.objectContaining({ pageViewId: 'b', url: 'https://news.example/b' }),
        expect.objectContaining({ pageViewId: 'a', takenAt: '2026-11-24T10:00:09.000Z' }),
      ],
      // A page that was not visited is told of elsewhere.
      missing: [
        { why: 'page-changed', pages: 2 },
        { why: 'too-many', pages: 1 },
      ],
    },
    images: ['data:image/jpeg;base64,b', 'data:image/jpeg;base64,a'],
  });
});

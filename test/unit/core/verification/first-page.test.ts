import { expect, it } from 'vitest';

import type { PageView } from '@/lib/core/recording/page-views';
import { isFirstPageUnsure } from '@/lib/core/verification/first-page';
import type { Verification } from '@/lib/core/verification/verification';
import { pageView, START, verification } from './build';

const FIRST = pageView('a', START + 1);
const SECOND = pageView('b', START + 2);
const MOVE: PageView = { ...pageView('a/more', START + 2), isMove: true };
const GAP = { from: START + 3, to: START + 4 };

it.each<[string, Partial<Verification>, readonly PageView[], boolean]>([
  ['nothing loaded yet', {}, [], false],
  ['the first page', {}, [FIRST], true],
  ['a browser that tells everything', { mayMissFirstPage: false }, [FIRST], false],
  ['a move within it', {}, [FIRST, MOVE], true],
  ['a second page', {}, [FIRST, SECOND], false],
  ['a page that was there before', { openedAfterLoad: true }, [FIRST], false],
  ['its reload', { openedAfterLoad: true }, [FIRST, SECOND], true],
  ['nothing loaded since DevTools opened again', { gaps: [GAP] }, [FIRST, SECOND], false],
  ['the first page since then', { gaps: [GAP] }, [FIRST, pageView('c', START + 5)], true],
])('is unsure: %s', (_case, changes, pageViews, unsure) => {
  const recorded = verification({ mayMissFirstPage: true, ...changes });
  expect(isFirstPageUnsure(recorded, pageViews)).toBe(unsure);
});

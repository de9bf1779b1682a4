import { expect, expectTypeOf, it } from 'vitest';

import * as real from '@/components/embed/imptr-tag-builder';
import type * as published from '@/components/embed/package/index';

// The types a user installs are written by hand; the compiler holds them to the class here.
it('says of the class what the class is', () => {
  const held: typeof published.ImptrTagBuilder = real.ImptrTagBuilder;
  expect(held.formAssociated).toBe(true);
  expectTypeOf<keyof published.ImptrTagBuilder>().toEqualTypeOf<keyof real.ImptrTagBuilder>();
  expectTypeOf<keyof typeof published.ImptrTagBuilder>().toEqualTypeOf<
    keyof typeof real.ImptrTagBuilder
  >();
  expectTypeOf<published.ImptrTagBuilder['type']>().toEqualTypeOf<real.ImptrTagBuilder['type']>();
});

it('says what the events carry', () => {
  expectTypeOf<keyof published.TagDetail>().toEqualTypeOf<keyof real.TagDetail>();
  expectTypeOf<real.TagProblem['severity']>().toEqualTypeOf<published.TagProblem['severity']>();
  expectTypeOf<NonNullable<real.TagDetail['spec']>>().toEqualTypeOf<published.TagSpec>();
  expect<typeof published.TAG_NAME>(real.TAG_NAME).toBe('imptr-tag-builder');
});

it('loads where there is no DOM, as on a server, and registers nothing there', async () => {
  expect(typeof globalThis.HTMLElement).toBe('undefined');
  await expect(import('@/components/embed/define')).resolves.toBeDefined();
});

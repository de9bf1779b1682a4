import { describe, expect, it } from 'vitest';

import {
  changesOf,
  checkDraft,
  draftOf,
  emptyDraft,
  withPublisher,
} from '@/lib/core/tracker/draft';
import type { Tracker } from '@/lib/core/tracker/tracker';

const tracker: Tracker = {
  id: 90011,
  memberId: 4321,
  advertiserId: 700101,
  name: 'Harbour Coffee – homepage',
  code: null,
  state: 'active',
  lineItem: { id: 640303, name: 'Spring burst' },
  publisher: { id: 880202, name: 'Tidewater News' },
  placement: { id: 15150404, name: 'Home 300x250' },
  paymentRule: null,
  lastModified: 0,
};
const original = draftOf(tracker);

describe('changesOf: only what differs is sent', () => {
  it.each([
    ['nothing', {}, {}],
    ['a name', { name: 'New' }, { name: 'New' }],
    ['spaces round the name', { name: ' Harbour Coffee – homepage ' }, {}],
    ['a code', { code: 'HC-1' }, { code: 'HC-1' }],
    ['the state', { state: 'inactive' as const }, { state: 'inactive' }],
    ['no placement any more', { placement: null }, { placementId: null }],
    ['a payment rule', { paymentRule: { id: 7, name: 'Base' } }, { paymentRuleId: 7 }],
    ['the same publisher by another name', { publisher: { id: 880202, name: 'X' } }, {}],
  ])('%s', (_, edit, changes) => {
    expect(changesOf(original, { ...original, ...edit })).toEqual(changes);
  });

  it.each([
    ['nothing', {}, {}],
    ['the state', { state: 'inactive' as const }, { state: 'inactive' }],
    ['a name', { name: 'New ' }, { name: 'New' }],
    ['no code any more', { code: '' }, { code: null }],
  ])('%s, of one with blanks at the ends', (_, edit, changes) => {
    const odd = { ...original, name: 'Spring burst ', code: ' abc' };
    expect(changesOf(odd, { ...odd, ...edit })).toEqual(changes);
  });
});

describe('checkDraft', () => {
  it('asks for what the service requires', () => {
    expect(checkDraft(emptyDraft())).toEqual({
      name: 'name-missing',
      lineItem: 'line-item-missing',
      publisher: 'publisher-missing',
    });
  });
  it.each([
    ['no name of 255', { name: 'x'.repeat(255) }, {}],
    ['no code of 100', { code: 'x'.repeat(100) }, {}],
    ['name', { name: 'x'.repeat(256) }, { name: 'name-too-long' }],
    ['code', { code: 'x'.repeat(101) }, { code: 'code-too-long' }],
    ['nothing', {}, {}],
  ])('finds fault with %s', (_, edit, problems) => {
    expect(checkDraft({ ...original, ...edit })).toEqual(problems);
  });
});

describe('checkDraft of a tracker that is there', () => {
  const odd = { ...original, name: 'x'.repeat(300), code: 'y'.repeat(200), lineItem: null };
  it.each<[string, Partial<typeof odd>, object]>([
    ['nothing of what is left as it is', { state: 'inactive' }, {}],
    ['nor of blanks at the ends of it', { name: ` ${odd.name} ` }, {}],
    ['a name that is typed and too long', { name: 'z'.repeat(256) }, { name: 'name-too-long' }],
    ['a name that is taken away', { name: ' ' }, { name: 'name-missing' }],
    ['a code that is typed and too long', { code: 'z'.repeat(101) }, { code: 'code-too-long' }],
    ['a publisher that is taken away', { publisher: null }, { publisher: 'publisher-missing' }],
  ])('finds fault with %s', (_, edit, problems) => {
    expect(checkDraft({ ...odd, ...edit }, odd)).toEqual(problems);
  });
});

describe('withPublisher', () => {
  const whole = { ...original, paymentRule: { id: 77606, name: 'Base' } };
  it.each([
    ['another', { id: 1, name: 'Other' }],
    ['none', null],
  ])('lets placement and payment rule go with their publisher: %s', (_, publisher) => {
    expect(withPublisher(whole, publisher)).toEqual({
      ...whole,
      publisher,
      placement: null,
      paymentRule: null,
    });
  });
  it('keeps what is known to be of the other one', () => {
    const owner = { id: 1, name: 'Other' };
    const placement = { id: 9, name: 'Top', owner };
    expect(withPublisher({ ...whole, placement }, owner)).toEqual({
      ...whole,
      publisher: owner,
      placement,
      paymentRule: null,
    });
    expect(withPublisher({ ...whole, placement }, null).placement).toBeNull();
  });
  it('keeps them when the publisher stays', () => {
    expect(withPublisher(whole, whole.publisher)).toEqual(whole);
  });
});

import type { About, AddressRule } from '../rule';
import { parameterOf, placeOf, setValue } from './changes';

const TYPES = ['1', '2'];

/** `t` fits what loads the address. */
export const typeMismatch: AddressRule = {
  kind: 'address',
  code: 'type-mismatch',
  written: 'error',
  fired: 'error',
  look: ({ url, wantedType }) => {
    const parameter = parameterOf(url, 't');
    const t = parameter?.value ?? '';
    if (!TYPES.includes(t) || wantedType === null || t === wantedType) return [];
    const change = setValue(url, 't', wantedType);
    return [{ at: placeOf(url, parameter), values: { t, wanted: wantedType }, change }];
  },
  seen: ({ t, wanted }) =>
    `t=${t ?? ''} does not fit what loads it, which needs t=${wanted ?? ''}: the answer is of the other kind.`,
  next: 'Check which kind of pixel field the tag was pasted into, and build the tag for that kind.',
};

export const about: About = {
  why: 'The answer does not fit the element: a script that is an image fails, and the reverse.',
  bad: '<img src="https://ib.adnxs.com/imptr?id=531&t=1">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};

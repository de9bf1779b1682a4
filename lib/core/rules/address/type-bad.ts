import type { About, AddressRule } from '../rule';
import { parameterOf, placeOf, setValue } from './changes';
import { isFilledByCode } from './filled-in';

/** `t` exists: 1 answers with JavaScript, 2 with an image (seed). */
export const typeBad: AddressRule = {
  kind: 'address',
  code: 'type-bad',
  written: 'error',
  fired: 'error',
  look: (context) => {
    const { url, wantedType } = context;
    const parameter = parameterOf(url, 't');
    const t = parameter?.value ?? '';
    if (t === '' || t === '1' || t === '2' || isFilledByCode(context, t)) return [];
    const change = wantedType && setValue(url, 't', wantedType);
    return [{ at: placeOf(url, parameter), values: { t }, change }];
  },
  seen: ({ t }) => `t=${t ?? ''} does not exist: 1 is JavaScript, 2 an image.`,
  next: 'Use t=1 for a script tag and t=2 for an image.',
};

export const about: About = {
  why: 'Only t=1 (JavaScript) and t=2 (image) are defined. What the service answers to another is not known.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=3',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};

import type { Parameter } from '../../pixel/read-address';
import { KNOWN_PARAMETERS } from '../../tag/tag-spec';
import { remove } from './changes';
import type { About, AddressRule, Sight } from '../rule';

const OURS: readonly string[] = KNOWN_PARAMETERS;

/** None of the service's parameters is there twice. */
export const parameterTwice: AddressRule = {
  kind: 'address',
  code: 'parameter-twice',
  written: 'error',
  fired: 'error',
  look: ({ url }) => {
    const seen = new Map<string, Parameter>();
    const again: Sight[] = [];
    for (const parameter of url.parameters) {
      const { name } = parameter;
      const first = seen.get(name);
      if (!first) seen.set(name, parameter);
      else if (OURS.includes(name)) {
        // Which of two values is meant only a person knows.
        const change = first.value === parameter.value ? remove(url, parameter) : null;
        again.push({ at: parameter, values: { parameter: name }, change });
      }
    }
    return again;
  },
  seen: ({ parameter }) => `${parameter ?? ''} is there twice.`,
  next: 'Keep the one that is meant.',
};

export const about: About = {
  why: 'Which of the two the service takes is not known: another tracker may be counted.',
  bad: 'https://ib.adnxs.com/imptr?id=531&id=532&t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};

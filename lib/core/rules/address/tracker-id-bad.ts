import { readTrackerId } from '../../pixel/tracker-id';
import type { About, AddressRule } from '../rule';
import { parameterOf, placeOf } from './changes';
import { isFilledByCode } from './filled-in';

/** The id is a tracker's: a whole number above 0. */
export const trackerIdBad: AddressRule = {
  kind: 'address',
  code: 'tracker-id-bad',
  written: 'error',
  fired: 'error',
  look: (context) => {
    const { url } = context;
    const parameter = parameterOf(url, 'id');
    const id = parameter?.value ?? '';
    if (isFilledByCode(context, id)) return [];
    return readTrackerId(id) === null ? [{ at: placeOf(url, parameter), values: { id } }] : [];
  },
  seen: ({ id }) =>
    id
      ? `The id “${id}” is no tracker’s: it must be a whole number above 0.`
      : 'There is no tracker id.',
  next: 'Copy the tag of the right tracker again.',
};

export const about: About = {
  why: 'Without its id the service cannot tell which tracker fired, and records nothing.',
  bad: 'https://ib.adnxs.com/imptr?id=0&t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};

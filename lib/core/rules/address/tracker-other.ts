import { readTrackerId } from '../../pixel/tracker-id';
import type { About, AddressRule } from '../rule';
import { parameterOf, placeOf } from './changes';

/** The tracker is the one that belongs here. On the wire that is what verdicts are for. */
export const trackerOther: AddressRule = {
  kind: 'address',
  code: 'tracker-other',
  written: 'error',
  fired: null,
  look: ({ url, expectedTrackerId }) => {
    const parameter = parameterOf(url, 'id');
    const id = readTrackerId(parameter?.value ?? null);
    if (id === null || expectedTrackerId === null || id === expectedTrackerId) return [];
    const values = { id: parameter?.value ?? '', expected: String(expectedTrackerId) };
    return [{ at: placeOf(url, parameter), values }];
  },
  seen: ({ id, expected }) => `This is tracker ${id ?? ''}, but ${expected ?? ''} belongs here.`,
  next: 'Check which line the tag was copied from.',
};

export const about: About = {
  why: 'Impressions of one placement would be counted and paid for at another.',
  bad: 'In the row of tracker 532: https://ib.adnxs.com/imptr?id=531&t=2',
  good: 'In the row of tracker 532: https://ib.adnxs.com/imptr?id=532&t=2',
};

import { readTrackerId } from '../../pixel/tracker-id';
import { finding, inText, parameterOf, placeOf, type TagRule } from './rule';

/** The id is a tracker's, and the tracker's that belongs here. */
export const trackerId: TagRule = ({ tag, expectedTrackerId }) => {
  const parameter = parameterOf(tag, 'id');
  const id = parameter?.value ?? '';
  const at = parameter ? placeOf(tag, parameter) : inText(tag, tag.url.address);
  if (readTrackerId(id) === null) {
    return [finding({ code: 'tracker-id-bad', severity: 'error', at, values: { id } })];
  }
  if (expectedTrackerId === null || Number(id) === expectedTrackerId) return [];
  const values = { id, expected: String(expectedTrackerId) };
  return [finding({ code: 'tracker-other', severity: 'error', at, values })];
};

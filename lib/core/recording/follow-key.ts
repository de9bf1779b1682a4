import type { TakeChange } from './join-observations';
import type { PixelRequest } from './pixel-request';

/**
 * The key by which a request is found after a change: another one, where it turned out to be one with what somebody else
 * told of it, as of what was in flight when it was chosen.
 */
export function followKey(key: string | null, { added, gone }: TakeChange): string | null {
  if (key === null) return null;
  const before = gone.find((request) => request.key === key);
  if (!before || added.some((request) => request.key === key)) return key;
  const names = namesOf(before);
  return added.find((request) => namesOf(request).some((name) => names.includes(name)))?.key ?? key;
}

function namesOf({ sightings = [], startedAt: of, method }: PixelRequest): readonly string[] {
  return sightings.map(
    ({ source, requestId, startedAt = of }) => `${source} ${requestId} ${startedAt} ${method}`,
  );
}

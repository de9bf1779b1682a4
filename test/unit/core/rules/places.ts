import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerById } from '@/lib/core/ad-server/lookup';
import type { TagPlace } from '@/lib/core/rules/rule';

/** A place of which nothing is known. */
export const ANYWHERE: TagPlace = {
  servers: AD_SERVERS,
  server: null,
  field: 'any',
  expectedTrackerId: null,
  costIsPerImpression: false,
};

/** A place in the console of this ad server. */
export function inConsole(id: string, part: Partial<TagPlace> = {}): TagPlace {
  const server = adServerById(id, AD_SERVERS);
  if (!server) throw new Error(`no ad server ${id}`);
  return { ...ANYWHERE, server, ...part };
}

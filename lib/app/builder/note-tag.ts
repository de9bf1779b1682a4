import { hostOfAddress } from '../../core/base/host-of-address';
import type { TagChoices } from '../../core/tag/write/build-tag';
import { noteEvents } from '../../store/tracker-events';
import type { Service } from '../account/service';
import type { BuilderSession } from './session';

/**
 * Notes in a tracker's passport that its tag was put into a console, or copied there. The host alone is noted: what else
 * stands in the address is the console's. Where nothing can be noted, what was done is done all the same.
 */
export async function noteTag(
  { database, account, now }: Pick<Service, 'database' | 'account' | 'now'>,
  { url, pageUrl }: BuilderSession,
  trackerId: number,
  kind: 'copied' | 'inserted',
  choices: TagChoices | null,
): Promise<void> {
  const host = hostOfAddress(pageUrl ?? url) ?? hostOfAddress(url);
  const tag = { adServerId: choices?.adServerId ?? null, type: choices?.type ?? null };
  try {
    const event = { kind, trackerId, at: now(), ...tag, console: host?.slice(0, 300) ?? null };
    await noteEvents(await database(), await account(), [event]);
  } catch {
    // A full disk keeps nobody from trafficking.
  }
}

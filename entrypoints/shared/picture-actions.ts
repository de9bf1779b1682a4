import type { PictureActions } from '@/components/verification/verification-actions';
import { takePicture } from '@/lib/app/recording/take-picture';
import { send } from '@/lib/platform/channels/messages';
import { timer } from '@/lib/platform/clock/timer';
import { inspectedPage } from '@/lib/platform/devtools/devtools';
import { sha256OfImage } from '@/lib/proof/pictures';
import type { Connection } from '@/lib/store/database';
import * as pictures from '@/lib/store/pictures';

/** Screenshots of recordings; `tabId` is the tab that is inspected, `null` outside DevTools. */
export function createPictureActions(database: Connection, tabId: number | null): PictureActions {
  async function take(of: string, tab: number) {
    const picture = await takePicture({
      page: inspectedPage,
      capture: () => send('recording.capture', { tabId: tab }),
      digest: sha256OfImage,
      now: Date.now,
      newId: () => crypto.randomUUID(),
      timer,
    });
    if (typeof picture === 'string') return picture;
    const kept = await pictures.putPicture(await database(), of, picture);
    if (kept === 'gone') return 'other-recording';
    return kept === 'kept' ? null : kept;
  }
  return {
    ids: async (of) => pictures.pictureIds(await database(), of),
    list: async (of) => pictures.listPictures(await database(), of),
    take: tabId === null ? null : (of) => take(of, tabId),
    remove: async (of, id) => pictures.deletePicture(await database(), of, id),
  };
}

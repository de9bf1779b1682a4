import { onKeepingChange, readKeeping, writeKeeping } from '@/lib/platform/storage/keeping';
import {
  onPixelHostsChange,
  readPixelHosts,
  writePixelHosts,
} from '@/lib/platform/storage/pixel-hosts';
import { onProfilesChange, readProfiles, writeOwnProfiles } from '@/lib/platform/storage/profiles';

/** What a person and an administrator have set. */
export async function readSettings() {
  const [profiles, pixelHosts, keeping] = await Promise.all([
    readProfiles(),
    readPixelHosts(),
    readKeeping(),
  ]);
  return { profiles, pixelHosts, keeping };
}

/** Calls back when something of it changes; returns how to stop. */
export function onSettingsChange(listener: () => void): () => void {
  const stops = [onProfilesChange, onPixelHostsChange, onKeepingChange].map((on) => on(listener));
  return () => {
    for (const stop of stops) stop();
  };
}

export const writeSettings = {
  writeOwn: writeOwnProfiles,
  writeHosts: writePixelHosts,
  writeKeeping,
};

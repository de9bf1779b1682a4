import type { OptionsActions, OptionsData } from '@/components/options/options-actions';
import { NO_PROFILES, type ProfileRow } from '@/lib/core/ad-server/profiles';
import { NO_DISMISSALS } from '@/lib/core/console/dismissals';
import { DEFAULT_KEEPING } from '@/lib/core/verification/keeping';

const EMPTY: OptionsData = {
  profiles: NO_PROFILES,
  pixelHosts: { managed: [], own: [] },
  keeping: DEFAULT_KEEPING,
  consoles: { states: {}, isApiGranted: true },
  dismissals: NO_DISMISSALS,
  access: { allowed: [], putOff: [] },
};

/** Actions in memory over such data; ad servers of one's own are kept. */
export function optionsActions(data: Partial<OptionsData> = {}): OptionsActions {
  let own: readonly ProfileRow[] = data.profiles?.own ?? [];
  return {
    load: async () => ({
      ...EMPTY,
      ...data,
      profiles: { managed: data.profiles?.managed ?? [], own },
    }),
    onChange: () => () => {},
    turnOn: async () => {},
    turnOff: async () => {},
    allowApi: async () => {},
    writeOwn: async (rows) => void (own = rows),
    writeHosts: async () => {},
    writeKeeping: async () => {},
    dismiss: async () => {},
    restore: async () => {},
    readDraft: async () => null,
    writeDraft: async () => {},
    clearDraft: async () => {},
    takeBack: async () => {},
    offerAgain: async () => {},
    saveFile: () => 'file.json',
  };
}

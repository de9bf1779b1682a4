import type { BuilderContext, FieldContent } from '@/components/tags/builder-actions';
import type { Delivery } from '@/lib/core/console/delivery';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerById } from '@/lib/core/ad-server/lookup';
import type { TrackerOption } from '@/lib/core/tracker/option';

export const SPRING: TrackerOption = {
  id: 531,
  name: 'Spring',
  publisher: 'Local Paper',
  placement: null,
  state: 'active',
};
export const ASLEEP: TrackerOption = { ...SPRING, id: 532, name: 'Asleep', state: 'inactive' };
const CLUES = { kind: 'input', inputType: 'text', labels: [], names: [] } as const;
export const FIELD = { name: 'Impression tracker', takes: 'any', clues: CLUES } as const;
export const PLAIN =
  '<img src="https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%" />';
export const FAULTY = '<img src="https://ib.adnxs.com/imptr?id=77&t=2&cachebuster=123" />';

/** Signed in, in Google Ad Manager, with two trackers used before. */
export const CONTEXT: BuilderContext = {
  signedIn: true,
  canWrite: true,
  trackersEnabled: true,
  advertiserName: 'Harbour Coffee',
  servers: AD_SERVERS,
  ownHosts: [],
  consoleServer: adServerById('gam', AD_SERVERS),
  inserted: null,
  choices: null,
  recent: [SPRING, ASLEEP],
  field: FIELD,
  resumed: null,
  carried: null,
  window: null,
};

/** The builder's actions at a field that takes what it is given and gives it back; `text` is in it. */
export function builderActions(context: BuilderContext, text: string) {
  const states = [text];
  const field = () => states.at(-1) ?? '';
  return {
    field,
    context: async () => context,
    searchTrackers: async () => [SPRING, ASLEEP],
    lookup: async () => [SPRING, ASLEEP],
    searchObjects: async () => [],
    noteChosen: async () => null,
    sameInReports: async () => ({ named: [], count: 0, isWhole: true }),
    createTracker: async () => SPRING,
    readDraft: async () => null,
    keepDraft: async () => {},
    keepChoices: async () => {},
    noteState: async () => {},
    noteInserted: async () => {},
    noteUse: async () => {},
    readField: async (): Promise<FieldContent> => ({ kind: 'text', text: field() }),
    insert: async (tag: string): Promise<Delivery> => {
      states.push(field() + tag);
      return 'done';
    },
    replace: async (tag: string): Promise<Delivery> => {
      states.push(tag);
      return 'done';
    },
    undo: async () => {
      states.pop();
      return 'undone' as const;
    },
    copy: async (): Promise<Delivery> => 'done',
    moveToWindow: async () => {},
    close: () => {},
  };
}

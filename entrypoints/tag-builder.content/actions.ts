import { deliver } from '@/components/tags/delivery';
import { orNotWritten } from '@/components/tags/or-not-written';
import type { WidgetActions, WidgetContext } from '@/components/tags/widget-actions';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { choicesForConsole } from '@/lib/core/tag/console-choices';
import { type FieldClues, takesOnlyUrls } from '@/lib/core/tag/field-kind';
import type { FieldReport } from '@/lib/core/tag/field-report';
import type { TagType } from '@/lib/core/tag/tag-spec';
import type { PutWhere } from '@/lib/core/tag/field-transfer';
import { copyText } from '@/lib/platform/clipboard';
import { sendFromContent as send } from '@/lib/platform/content-messages';
import { type Editable, rememberedField } from '@/lib/platform/editable';
import type { FieldElsewhere } from '@/lib/platform/field-elsewhere';
import { fieldAt, traitsOf } from '@/lib/platform/field-traits';
import { putText } from '@/lib/platform/insert/put-text';
import { readField } from '@/lib/platform/insert/read-field';

const UNREAD: FieldReport = {
  isEmpty: false,
  tags: [],
  others: 0,
  remarks: [],
  now: [],
  repaired: null,
};

interface Plugs {
  /** The field in this frame, if that is where it is. */
  readonly field: Editable | null;
  readonly elsewhere: FieldElsewhere | null;
  readonly close: () => void;
}

/** The builder's actions in a console: messages to the background, and the field. */
export function createWidgetActions({ field, elsewhere, close }: Plugs): WidgetActions {
  const found = fieldAt(field);
  const clues = found ? traitsOf(found) : null;
  // Pages put a new field in the place of the one it was opened for: then the one clicked last.
  const current = () => (field?.isConnected ? field : rememberedField());
  const put = async (text: string, where: PutWhere) => {
    const here = elsewhere ? null : current();
    if (!elsewhere && !here) return 'no-field';
    return deliver(
      async () =>
        elsewhere ? elsewhere.put(text, where) : here ? putText(here, text, where) : 'refused',
      () => copyText(text),
    );
  };
  const takes = clues && takesOnlyUrls(clues) ? 'url' : 'any';
  // A field for URLs says nothing of what is wanted at the next field of this console.
  let usualType: TagType = 'image';
  return {
    write: ({ id, name }, choices) =>
      orNotWritten(send('builder.write', { tracker: { id, name }, choices, field: takes })),
    context: async () => {
      const context = await readContext(clues);
      usualType = context.usualType;
      return context;
    },
    searchTrackers: (text) => send('builder.searchTrackers', { text }),
    searchObjects: (kind, publisherId, text) =>
      send('builder.searchObjects', { kind, publisherId, text }),
    createTracker: (changes) => send('builder.createTracker', changes),
    readDraft: () => send('builder.readDraft', null),
    keepDraft: (draft) => send('builder.keepDraft', draft),
    keepChoices: (choices) =>
      send('builder.keepChoices', takes === 'url' ? { ...choices, type: usualType } : choices),
    noteUse: (tracker) => send('builder.noteUse', tracker),
    reportField: async ({ adServerId, costIsPerImpression }) => {
      const here = elsewhere ? null : current();
      // That it cannot be read is no reason to say nothing of an insertion.
      try {
        const text = elsewhere ? await elsewhere.read() : here ? await readField(here) : '';
        const asked = { text, adServerId, field: takes, costIsPerImpression } as const;
        return await send('builder.reportField', asked);
      } catch {
        return UNREAD;
      }
    },
    insert: (tag) => put(tag, 'cursor'),
    replace: (text) => put(text, 'all'),
    copy: async (tag) => ((await copyText(tag)) ? 'done' : 'copy-failed'),
    close,
  };
}

async function readContext(
  clues: FieldClues | null,
): Promise<WidgetContext & { readonly usualType: TagType }> {
  const context = await send('builder.context', null);
  const { servers } = context;
  const consoleServer = adServerById(context.adServerId, servers);
  const remembered = adServerById(context.remembered?.adServerId ?? null, servers);
  const known = {
    server: remembered ?? consoleServer,
    rememberedType: context.remembered?.type ?? null,
    kept: context.choices,
  };
  return {
    usualType: choicesForConsole({ ...known, field: null }).type,
    signedIn: context.signedIn,
    canWrite: context.canWrite,
    advertiserName: context.advertiserName,
    servers,
    consoleServer,
    recent: context.recent,
    choices: choicesForConsole({ ...known, field: clues }),
  };
}

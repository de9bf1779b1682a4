import { searchObjects } from '../api/pickers';
import { AD_SERVERS } from '../core/ad-server/catalogue';
import { consoleKey } from '../core/ad-server/console-memory';
import type { AdServer } from '../core/ad-server/ad-server';
import { adServerByAddress, adServerById } from '../core/ad-server/lookup';
import { mergeProfiles } from '../core/ad-server/profiles';
import { dismiss, dismissalsAt } from '../core/dismissals';
import { AppError } from '../core/errors';
import { buildTag } from '../core/tag/build-tag';
import { reportField } from '../core/tag/field-report';
import type { TagPlace } from '../core/tag/rules/rule';
import { viewTag } from '../core/tag/write-tag';
import { TrackerDraftSchema } from '../core/tracker/draft';
import { queryFor } from '../core/tracker/picker';
import { noteUse, usedLast } from '../core/tracker/recent';
import type { Ref } from '../core/tracker/tracker';
import type { HandlerContext, Handlers } from '../messaging/answer';
import type { contentContract } from '../messaging/content-contract';
import { clearDraft, readDraft, writeDraft } from '../store/drafts';
import { findTrackers, searchAdvertiserTrackers } from '../store/trackers';
import type { BackgroundDeps } from './background-deps';
import { saveTracker } from './edit-tracker';
import { withSession } from './session';

const OFFERED = 30;

/** What the background does for our scripts in other people's pages. */
export function createContentHandlers(
  deps: BackgroundDeps,
): Pick<Handlers, keyof typeof contentContract> {
  const { clientFor, keeper, database, settings } = deps;

  const chosenAdvertiser = async () => {
    const { advertiser } = await settings.read();
    if (!advertiser) throw new AppError('invalid-input', { detail: 'No advertiser is chosen.' });
    return advertiser;
  };
  const placeFor = async (
    adServerId: string | null,
    field: 'url' | 'any',
    costIsPerImpression: boolean,
  ): Promise<TagPlace> => {
    const { managed, own } = await deps.profiles();
    const servers = mergeProfiles(AD_SERVERS, managed, own);
    const server = adServerById(adServerId, servers);
    return { servers, server, field, expectedTrackerId: null, costIsPerImpression };
  };
  const draftKey = async () => `builder:${(await settings.read()).advertiser?.id ?? 0}`;
  // Only those that still exist, under the names they have now.
  const recentOf = async (advertiser: Ref): Promise<readonly Ref[]> => {
    const ids = usedLast(await deps.readRecent(), advertiser.id);
    const found = await findTrackers(await database(), ids);
    return ids.flatMap((id) => {
      const tracker = found.find((it) => it.id === id);
      return tracker ? [{ id, name: tracker.name }] : [];
    });
  };

  return {
    'builder.open': async (_, context) => {
      const { tabId, frameId } = frameOf(context);
      await deps.openBuilder(tabId, frameId);
      return null;
    },
    'builder.addModelReader': async (_, context) => {
      const { tabId, frameId } = frameOf(context);
      await deps.addModelReader(tabId, frameId);
      return null;
    },
    'builder.context': async (_, context) => {
      const key = keyOf(context);
      const [session, { advertiser, choices }, profiles, remembered] = await Promise.all([
        keeper.read(),
        settings.read(),
        deps.profiles(),
        key === null ? null : deps.memory.recall(key),
      ]);
      const servers = mergeProfiles(AD_SERVERS, profiles.managed, profiles.own);
      const console = [context.url, context.pageUrl ?? '']
        .map((address) => adServerByAddress(address, servers))
        .find((server) => server !== null);
      return {
        signedIn: session !== null,
        canWrite: session !== null && !session.info.readOnly,
        recent: session && advertiser ? [...(await recentOf(advertiser))] : [],
        advertiserName: advertiser?.name ?? null,
        choices,
        servers: servers.map(toPlain),
        adServerId: console?.id ?? null,
        // An advertiser of a session that is over is nobody's business.
        remembered: remembered && { ...remembered, ...(!session && { advertiser: null }) },
      };
    },
    'field.dismiss': async ({ scope, field }) => {
      await deps.changeDismissals((before) => dismiss(before, scope, field));
      return null;
    },
    'field.needButton': async (_, context) => {
      const { tabId, frameId } = frameOf(context);
      await deps.addFieldButton(tabId, frameId);
      return null;
    },
    'field.read': async ({ frameId }, context) =>
      deps.remoteField(frameOf(context).tabId, frameId).read(),
    'field.put': async ({ frameId, text, where }, context) =>
      deps.remoteField(frameOf(context).tabId, frameId).put(text, where),
    'builder.searchTrackers': async ({ text }) => {
      const [session, { advertiser }] = await Promise.all([keeper.read(), settings.read()]);
      if (!session || !advertiser) return [];
      const db = await database();
      const found = await searchAdvertiserTrackers(db, advertiser.id, text, OFFERED);
      const refs = found.map(({ id, name }) => ({ id, name }));
      return text.trim() === '' ? joinRefs(await recentOf(advertiser), refs) : refs;
    },
    'builder.write': async ({ tracker, choices, field }) => {
      const place = await placeFor(choices.adServerId, field, choices.costIsPerImpression);
      const spec = buildTag(tracker, place.server, choices);
      return viewTag(spec, place, deps.describe.written);
    },
    'builder.reportField': async ({ text, adServerId, field, costIsPerImpression }) => {
      const place = await placeFor(adServerId, field, costIsPerImpression);
      return reportField(text, place, deps.describe.field);
    },
    'builder.searchObjects': async ({ kind, publisherId, text }) => {
      const query = queryFor(kind, (await chosenAdvertiser()).id, publisherId);
      return [
        ...(await withSession(clientFor, keeper, (client) => searchObjects(client, query, text))),
      ];
    },
    'builder.createTracker': async (changes) => {
      const advertiserId = (await chosenAdvertiser()).id;
      const db = await database();
      const tracker = await withSession(clientFor, keeper, (client, info) =>
        saveTracker(client, info, db, { id: null, advertiserId, changes }),
      );
      return { id: tracker.id, name: tracker.name };
    },
    'builder.readDraft': async () => {
      const kept = TrackerDraftSchema.safeParse(
        await readDraft(await database(), await draftKey()),
      );
      return kept.success ? kept.data : null;
    },
    'builder.keepDraft': async (draft) => {
      const [db, key] = [await database(), await draftKey()];
      await (draft ? writeDraft(db, key, draft) : clearDraft(db, key));
      return null;
    },
    'builder.noteUse': async (tracker) => {
      const { advertiser } = await settings.read();
      if (advertiser) await deps.changeRecent((list) => noteUse(list, advertiser.id, tracker));
      return null;
    },
    'builder.keepChoices': async (choices, context) => {
      await settings.keepChoices(choices);
      const key = keyOf(context);
      if (key !== null) {
        const { advertiser } = await settings.read();
        const { adServerId, type } = choices;
        await deps.memory.remember(key, { adServerId, type, advertiser });
      }
      return null;
    },
    'field.readDismissals': async (host) => dismissalsAt(await deps.readDismissals(), host),
  };
}

// A message carries no read-only types.
function toPlain(server: AdServer) {
  return {
    ...server,
    hosts: [...server.hosts],
    cachebusterAliases: [...server.cachebusterAliases],
    consent: { ...server.consent },
    ids: { ...server.ids },
    accepts: [...server.accepts],
    traps: [...server.traps],
  };
}

function joinRefs(first: readonly Ref[], others: readonly Ref[]): Ref[] {
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...others.filter(({ id }) => !ids.has(id))];
}

// A frame of the console is part of the account that the address bar shows.
function keyOf({ url, pageUrl }: HandlerContext): string | null {
  return consoleKey(pageUrl ?? url) ?? consoleKey(url);
}

function frameOf(context: HandlerContext): { tabId: number; frameId: number } {
  if (context.tabId === null) throw new AppError('unexpected', { detail: 'no tab' });
  return { tabId: context.tabId, frameId: context.frameId ?? 0 };
}

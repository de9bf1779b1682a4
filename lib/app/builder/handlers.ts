import { AD_SERVERS } from '../../core/ad-server/catalogue';
import { type ConsoleChoices, consoleKey } from '../../core/console/console-memory';
import { adServerByAddress } from '../../core/ad-server/lookup';
import { mergeProfiles, type Profiles } from '../../core/ad-server/profiles';
import { AppError } from '../../core/base/errors';
import { memberOf } from '../../core/account/sign-in';
import { TrackerDraftSchema } from '../../core/tracker/draft';
import { optionOf, type TrackerOption } from '../../core/tracker/option';
import { queryFor } from '../../core/tracker/picker';
import { builderDraftKey } from '../../core/tracker/draft-key';
import { inReportsOf } from '../../core/tracker/same-in-reports';
import { noteUse, type RecentUse, usedLast } from '../../core/tracker/recent';
import type { Ref } from '../../core/tracker/tracker';
import type { HandlersOf } from '../../messaging/wire/answer';
import type { builderContract } from '../../messaging/builder/contract';
import { clearDraft, readDraft, writeDraft } from '../../store/drafts';
import { findTrackers, searchAdvertiserTrackers } from '../../store/trackers';
import { createAhead } from './ahead';
import { noteTag } from './note-tag';
import type { BuilderSession } from './session';
import { createOrder, mayWrite } from '../trackers/edit-tracker';
import { findSameInReports } from '../trackers/same-in-reports';
import { readTracker } from '../jobs/tracker-works';
import type { FindObjects } from '../trackers/find-objects';
import type { Service } from '../account/service';
import { withSession } from '../account/session';
import type { Settings } from '../account/settings';
import type { WorkspaceDeps } from '../workspace/handlers';
import type { Jobs } from '../jobs/jobs';
import type { Builders } from './builders';

const OFFERED = 30;

export interface BuilderDeps extends Service, WorkspaceDeps {
  readonly builders: Builders;
  readonly jobs: Jobs;
  readonly settings: Settings;
  readonly profiles: () => Promise<Profiles>;
  /** Hosts at which the person's own names, and the administrator's, lead to the service. */
  readonly ownHosts: () => Promise<readonly string[]>;
  /** What was last used in each account of each console, by `consoleKey`. */
  readonly memory: {
    recall(key: string): Promise<ConsoleChoices | null>;
    remember(key: string, choices: ConsoleChoices): Promise<void>;
  };
  readonly readRecent: () => Promise<readonly RecentUse[]>;
  readonly changeRecent: (
    change: (before: readonly RecentUse[]) => readonly RecentUse[],
  ) => Promise<void>;
}

/**
 * What the background does for the builder's page. Every message names its builder by a token, and is
 * refused where the sender is not the page that began with it.
 */
export function createBuilderHandlers(
  deps: BuilderDeps,
  findObjects: FindObjects,
): HandlersOf<typeof builderContract> {
  const { builders, clientFor, keeper, database, settings } = deps;

  /** The advertiser the builder shows. Where another one was chosen meanwhile it may not act for either. */
  const advertiserOf = async ({ advertiserId }: BuilderSession) => {
    const { advertiser } = await settings.read();
    if (!advertiser) throw new AppError('invalid-input', { detail: 'No advertiser is chosen.' });
    if (advertiser.id !== advertiserId) throw new AppError('advertiser-changed');
    return advertiser;
  };
  const draftKey = ({ advertiserId }: BuilderSession) => builderDraftKey(advertiserId);
  // Only those that still exist, under the names they have now.
  const recentOf = async (advertiser: Ref): Promise<readonly TrackerOption[]> => {
    const [uses, db, account] = await Promise.all([deps.readRecent(), database(), deps.account()]);
    const ids = usedLast(uses, advertiser.id);
    const found = await findTrackers(db, account, ids);
    return ids.flatMap((id) => found.filter((tracker) => tracker.id === id).map(optionOf));
  };

  // What a builder begins with at any field.
  const readKnown = async () => {
    const signedIn = Promise.all([keeper.read(), settings.read()]);
    const recent = signedIn.then(([session, { advertiser }]) =>
      session && advertiser ? recentOf(advertiser) : [],
    );
    const [[session, chosen], recentOnes, profiles, ownHosts] = await Promise.all([
      signedIn,
      recent,
      deps.profiles(),
      deps.ownHosts(),
    ]);
    return { session, ...chosen, recent: recentOnes, profiles, ownHosts };
  };

  // Read while a builder's frame is on its way.
  const ahead = createAhead(readKnown);
  builders.onOpening(ahead.begin);

  return {
    'builder.start': async ({ token }, context) => {
      const claimed = await builders.of(token, context);
      const known = ahead.take(token);
      void builders.began(claimed);
      const key = keyOf(claimed);
      const [all, inserted] = await Promise.all([
        known,
        key === null ? null : deps.memory.recall(key),
      ]);
      const { session, advertiser, choices, profiles, recent, ownHosts } = all;
      const builder = await builders.beginWith(claimed, advertiser?.id ?? null);
      const servers = mergeProfiles(AD_SERVERS, profiles.managed, profiles.own);
      const console = [builder.url, builder.pageUrl ?? '']
        .map((address) => adServerByAddress(address, servers))
        .find((server) => server !== null);
      return {
        signedIn: session !== null,
        canWrite: session !== null && !session.info.readOnly,
        trackersEnabled: session?.info.trackersEnabled ?? false,
        recent: [...recent],
        advertiserName: advertiser?.name ?? null,
        ...(session && { whose: memberOf(session.info) }),
        choices,
        profiles: { managed: [...profiles.managed], own: [...profiles.own] },
        ownHosts: [...ownHosts],
        adServerId: console?.id ?? null,
        // An advertiser of a session that is over is nobody's business.
        inserted: inserted && { ...inserted, ...(!session && { advertiser: null }) },
        field: builder.field,
        state: session ? builder.state : null,
        isResumed: builder.isResumed,
        window: builder.window,
        scheme: builder.scheme,
      };
    },
    'builder.searchTrackers': async ({ token, text }, context) => {
      const builder = await builders.of(token, context);
      if (!(await keeper.read())) throw new AppError('session-expired');
      const advertiser = await advertiserOf(builder);
      const [db, account] = await Promise.all([database(), deps.account()]);
      const found = await searchAdvertiserTrackers(
        db,
        account,
        advertiser.id,
        text,
        OFFERED,
        deps.now(),
      );
      const options = found.map(optionOf);
      return text.trim() === '' ? joined(await recentOf(advertiser), options) : options;
    },
    'builder.lookUp': async ({ token, ids }, context) => {
      await builders.of(token, context);
      if (!(await keeper.read())) return [];
      const found = await findTrackers(await database(), await deps.account(), ids);
      return found.map(optionOf);
    },
    'builder.searchObjects': async ({ token, kind, publisherId, text }, context) => {
      const builder = await builders.of(token, context);
      const query = queryFor(kind, (await advertiserOf(builder)).id, publisherId);
      return [
        ...(await withSession(clientFor, keeper, (client, info) =>
          findObjects(client, info, query, text),
        )),
      ];
    },
    'builder.noteChosen': async ({ token, kind, publisherId, id }, context) => {
      const builder = await builders.of(token, context);
      await findObjects.noteChosen(
        queryFor(kind, (await advertiserOf(builder)).id, publisherId),
        id,
      );
      return null;
    },
    'builder.sameInReports': async ({ token, ...typed }, context) => {
      const builder = await builders.of(token, context);
      if (!(await keeper.read())) throw new AppError('session-expired');
      const { id } = await advertiserOf(builder);
      const [db, account] = await Promise.all([database(), deps.account()]);
      return findSameInReports(db, account, id, inReportsOf(typed), null);
    },
    'builder.createTracker': async ({ token, changes }, context) => {
      const builder = await builders.of(token, context);
      await builders.mustBeStill(builder);
      const { id } = await advertiserOf(builder);
      await withSession(clientFor, keeper, async (_, info) => mayWrite(info, true));
      const [made] = await deps.jobs.run(createOrder(id, changes, draftKey(builder)));
      return optionOf(readTracker(made));
    },
    'builder.readDraft': async ({ token }, context) => {
      const builder = await builders.of(token, context);
      const kept = TrackerDraftSchema.safeParse(
        await readDraft(await database(), await deps.account(), draftKey(builder)),
      );
      return kept.success ? kept.data : null;
    },
    'builder.keepDraft': async ({ token, draft }, context) => {
      const key = draftKey(await builders.of(token, context));
      const [db, account] = await Promise.all([database(), deps.account()]);
      await (draft ? writeDraft(db, account, key, draft) : clearDraft(db, account, key));
      return null;
    },
    'builder.keepChoices': async ({ token, choices }, context) => {
      await builders.of(token, context);
      await settings.keepChoices(choices);
      return null;
    },
    'builder.noteState': async ({ token, state }, context) => {
      await builders.noteState(await builders.of(token, context), state);
      return null;
    },
    'builder.noteUse': async ({ token, tracker, isCopied = false }, context) => {
      const builder = await builders.of(token, context);
      const { advertiserId } = builder;
      if (isCopied) await noteTag(deps, builder, tracker.id, 'copied', null);
      if (advertiserId !== null) {
        await deps.changeRecent((list) => noteUse(list, advertiserId, tracker));
      }
      return null;
    },
    'builder.noteInserted': async ({ token, choices, trackerId }, context) => {
      const builder = await builders.of(token, context);
      if (trackerId !== undefined) await noteTag(deps, builder, trackerId, 'inserted', choices);
      const key = keyOf(builder);
      if (key === null) return null;
      const { advertiser } = await settings.read();
      const { adServerId, type } = choices;
      await deps.memory.remember(key, { adServerId, type, advertiser });
      return null;
    },
    'builder.readField': async ({ token }, context) =>
      builders.readField(await builders.of(token, context)),
    'builder.put': async ({ token, ...act }, context) => {
      const builder = await builders.of(token, context);
      await builders.mustBeStill(builder);
      return { outcome: await builders.put(builder, act) };
    },
    'builder.undo': async ({ token, id }, context) => {
      const builder = await builders.of(token, context);
      await builders.mustBeStill(builder);
      return { outcome: await builders.undo(builder, id) };
    },
    'builder.outcome': async ({ token, id }, context) => ({
      outcome: await builders.outcomeOf(await builders.of(token, context), id),
    }),
    'builder.size': async ({ token, height }, context) => {
      await builders.resize(await builders.of(token, context), height);
      return null;
    },
    'builder.move': async ({ token, dx, dy }, context) => {
      await builders.move(await builders.of(token, context), dx, dy);
      return null;
    },
    'builder.toWindow': async ({ token, state, reason }, context) => {
      await builders.moveToWindow(await builders.of(token, context), state, reason);
      return null;
    },
    'builder.openRule': async ({ token, code }, context) => {
      await builders.of(token, context);
      await deps.openWorkspace(`#/rules/${code}`);
      return null;
    },
    'builder.close': async ({ token }, context) => {
      await builders.end(await builders.of(token, context), true);
      return null;
    },
  };
}

function joined(
  first: readonly TrackerOption[],
  others: readonly TrackerOption[],
): TrackerOption[] {
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...others.filter(({ id }) => !ids.has(id))];
}

// A frame of the console is part of the account that the address bar shows.
function keyOf({ url, pageUrl }: BuilderSession): string | null {
  return consoleKey(pageUrl ?? url) ?? consoleKey(url);
}

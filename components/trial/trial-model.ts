import { batch, type ReadonlySignal, signal } from '@preact/signals';

import { createTurns } from '@/components/stores/turns';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import { readTrackerId } from '@/lib/core/pixel/tracker-id';
import { readPixelUrl } from '@/lib/core/pixel/pixel-url';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { type PageTag, pageTag } from '@/lib/core/trial/address-alone';
import { type FilledTag, fillMacros } from '@/lib/core/trial/fill';
import type { HandedTag } from '@/lib/core/trial/handed-tag';
import { type JudgedTrial, judgeTrial, readTrial } from '@/lib/core/trial/judge-trial';
import { TRIAL_LIMITS } from '@/lib/core/trial/limits';
import type { Serving } from '@/lib/core/trial/macro-values';
import type { Trial } from '@/lib/core/trial/told';

/** What trying a tag needs. The entrypoint plugs in the sandboxed page; a test plugs in fakes. */
export interface TrialActions {
  /** Runs a tag where nothing can leave; `null` in a browser that has no such place. */
  readonly run: ((text: string, signal: AbortSignal) => Promise<Trial>) | null;
  /** A tag that another page handed over; `null` where it is not there any more. */
  readonly takeHanded: (key: string) => Promise<HandedTag | null>;
  /** What an ad server would fill in now. */
  readonly serving: () => Serving;
  /** Those of them that are cached. */
  readonly findTrackers: (ids: readonly number[]) => Promise<readonly Tracker[]>;
}

export interface TrialStores {
  readonly servers: ReadonlySignal<readonly AdServer[]>;
  readonly trackers: ReadonlySignal<readonly Tracker[]>;
}

/** A tag that was tried, and what came of it. */
export interface TrialResult extends JudgedTrial {
  readonly tag: string;
  readonly serverId: string | null;
  readonly filled: FilledTag;
  readonly trial: Trial;
  readonly madeAs: PageTag['madeAs'];
}

export type TrialModel = ReturnType<typeof createTrialModel>;

/** The state of the place where a tag is tried, and what changes it. */
export function createTrialModel(actions: TrialActions, { servers, trackers }: TrialStores) {
  const tag = signal('');
  const serverId = signal<string | null>(null);
  const phase = signal<'idle' | 'running' | 'done'>('idle');
  const result = signal<TrialResult | null>(null);
  const failure = signal<Failure | null>(null);
  /** What was to be tried was handed over once before. */
  const isGone = signal(false);
  const takeTurn = createTurns();
  let running = new AbortController();

  /** Takes a tag, and tries it. */
  async function give(text: string, id: string | null): Promise<void> {
    batch(() => {
      tag.value = text;
      serverId.value = id;
      isGone.value = false;
    });
    await start();
  }

  /** Takes what was handed over under a key, where one stands in the address. */
  async function enter(key: string | null): Promise<void> {
    if (key === null) return;
    const handed = await actions.takeHanded(key);
    if (handed) await give(handed.text, handed.serverId);
    else if (tag.value === '') isGone.value = true;
  }

  async function start(): Promise<void> {
    const text = tag.value;
    if (text.trim() === '' || text.length > TRIAL_LIMITS.text) return;
    running.abort();
    const { signal: ended } = (running = new AbortController());
    const isLast = takeTurn();
    batch(() => {
      phase.value = 'running';
      failure.value = null;
    });
    try {
      const made = await tryOne(text, serverId.value, ended);
      if (!isLast()) return;
      batch(() => {
        result.value = made;
        phase.value = 'done';
      });
    } catch (error) {
      if (!isLast()) return;
      batch(() => {
        failure.value = ended.aborted ? null : toFailure(error);
        result.value = null;
        phase.value = 'idle';
      });
    }
  }

  async function tryOne(text: string, id: string | null, ended: AbortSignal): Promise<TrialResult> {
    const serving = actions.serving();
    const server = adServerById(id, servers.value);
    const filled = fillMacros(text, server, servers.value, serving);
    const { html, madeAs } = pageTag(filled.text);
    const trial = actions.run ? await actions.run(html, ended) : readTrial(html);
    const ids = trial.requests.flatMap(({ url }) => {
      const found = readTrackerId(readPixelUrl(url)?.id ?? null);
      return found === null ? [] : [found];
    });
    const found = await actions.findTrackers([...new Set(ids)]);
    const known = {
      trackers: {
        byId: new Map(found.map((one) => [one.id, one])),
        loaded: found.length > 0 || trackers.value.length > 0,
      },
      servers: servers.value,
    };
    const judged = judgeTrial(html, trial, known, serving.now);
    return { ...judged, tag: text, serverId: id, filled, trial, madeAs };
  }

  /** Ends a trial that is under way; what was there before stays away. */
  function stop(): void {
    running.abort();
  }

  /** Whether tags are run here; else they are read. */
  const isRun = actions.run !== null;

  return {
    isRun,
    servers,
    tag,
    serverId,
    phase,
    result,
    failure,
    isGone,
    give,
    enter,
    start,
    stop,
  };
}

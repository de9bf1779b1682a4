import { computed, effect, signal } from '@preact/signals';

import { createTurns } from '@/components/stores/turns';
import { patternOf, testedSites, type TestedSites } from '@/lib/core/recording/sites-to-allow';
import type { Notice } from '@/lib/messaging/notices';

import type { VerificationModel } from './verification-model';

/** How it stands with some sites: which are allowed, and whether asking for the first was put off. */
export interface Access {
  readonly allowed: readonly string[];
  /** The browser tells of them once it is started anew. */
  readonly isWaiting: boolean;
  readonly isPutOff: boolean;
}

/** What the panel asks of the browser about sites. */
export interface AccessActions {
  /** Firefox has one more reason. */
  readonly isFirefox: boolean;
  read(sites: readonly string[]): Promise<Access>;
  /** Opens what asks for these sites. */
  ask(sites: readonly string[]): Promise<void>;
  putOff(site: string): Promise<void>;
}

/** What is not seen by now, and may be asked for. */
export interface Offer {
  readonly page: string;
  /** The page's own is not seen, and not only that of some frames. */
  readonly isOfPage: boolean;
  readonly frames: readonly string[];
  readonly canAsk: boolean;
  /** It is allowed, and the browser tells of it once it is started anew. */
  readonly isWaiting: boolean;
}

export type AccessModel = ReturnType<typeof createAccessModel>;

/** What cannot be seen of the page that is recorded, as long as its site is not allowed. */
export function createAccessModel(
  model: Pick<VerificationModel, 'live' | 'pageViews' | 'checked'>,
  actions: AccessActions,
) {
  const known = signal<(Access & { readonly asked: readonly string[] }) | null>(null);
  const takeTurn = createTurns();

  const tested = computed<TestedSites | null>(() => {
    const view = model.live.value ? model.pageViews.value.at(-1) : undefined;
    if (!view) return null;
    const frames = new Set<string | null>();
    const { rows } = model.checked.value;
    // Those of this view are the last ones.
    for (let at = rows.length - 1; at >= 0; at -= 1) {
      const row = rows[at];
      if (!row || row.request.startedAt < view.startedAt) break;
      frames.add(row.request.frameUrl);
    }
    return testedSites(view.url, frames);
  });
  /** As a text, so that nothing is asked anew where it is the same. */
  const wanted = computed(() => JSON.stringify(tested.value));

  async function read(): Promise<void> {
    const isLast = takeTurn();
    const sites = tested.value;
    if (!sites) return;
    const asked = [sites.page, ...sites.frames];
    // Where the background does not answer, nothing is offered.
    const found = await actions.read(asked).catch(() => null);
    if (found && isLast()) known.value = { asked, ...found };
  }

  const offer = computed<Offer | null>(() => {
    const page = tested.value?.page;
    const access = known.value;
    // What was known before stays until more is, so that nothing flickers.
    if (page === undefined || !access || access.asked[0] !== page || access.isPutOff) return null;
    const missing = access.asked.filter((site) => !access.allowed.includes(site));
    if (missing.length === 0 && !access.isWaiting) return null;
    return {
      page,
      isOfPage: missing.length === 0 || missing.includes(page),
      frames: missing.filter((site) => site !== page),
      canAsk: missing.some((site) => patternOf(site) !== null),
      isWaiting: missing.length === 0,
    };
  });

  return {
    offer,
    isFirefox: actions.isFirefox,
    /** Follows the recording; returns how to stop. */
    start: () =>
      effect(() => {
        if (wanted.value !== 'null') void read();
      }),
    hearNotice(notice: Notice): void {
      if (notice.kind === 'changed' && notice.change.what === 'access') void read();
    },
    async ask(): Promise<void> {
      const sites = tested.value;
      if (sites) await actions.ask([sites.page, ...sites.frames]);
    },
    async putOff(): Promise<void> {
      const sites = tested.value;
      if (!sites) return;
      await actions.putOff(sites.page);
      await read();
    },
  };
}

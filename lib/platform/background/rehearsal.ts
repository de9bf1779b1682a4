import { browser } from 'wxt/browser';

import type { RehearsalPorts } from '../../app/rehearsal/ports';
import type { Rehearsals } from '../../app/rehearsal/rehearsals';
import { hostOfAddress } from '../../core/base/host-of-address';
import { REHEARSAL_GRANTS } from '../../core/rehearsal/grants';
import type { RehearsalRule } from '../../core/rehearsal/rules';
import { onPanelGone } from '../channels/rehearsal-port';
import { rehearsalStore } from '../storage/rehearsals';
import { openAccessWindow } from './access';

const ALARM = 'rehearsal';
const BADGE = 'R';
const BADGE_COLOUR = '#8a5a00';
/** How long the trial address, or the browser with its rules, may take, in milliseconds. */
const TRIAL_MS = 5000;

let timer: ReturnType<typeof setTimeout> | undefined;
let followed: Rehearsals | null = null;

/** The browser as rehearsals need it. Called in the background. */
export const rehearsalPorts: RehearsalPorts = {
  get origin() {
    return browser.runtime.getURL('/');
  },
  isPossible: !import.meta.env.FIREFOX,
  async missing() {
    const asked = [
      ...REHEARSAL_GRANTS.permissions.map((name) => ({ name, grant: { permissions: [name] } })),
      ...REHEARSAL_GRANTS.origins.map((name) => ({ name, grant: { origins: [name] } })),
    ];
    const isGranted = await Promise.all(
      asked.map(({ grant }) => browser.permissions.contains(grant).catch(() => false)),
    );
    return asked.flatMap(({ name }, index) => (isGranted[index] === true ? [] : name));
  },
  store: rehearsalStore,
  async setRules(rules) {
    const { declarativeNetRequest } = browser;
    // Without the permission there is no such thing, and no rule either.
    if (!declarativeNetRequest?.updateSessionRules) {
      if (rules.length > 0) throw new Error('no rules without the permission');
      return;
    }
    const before = await declarativeNetRequest.getSessionRules();
    if (before.length + rules.length === 0) return;
    const change = declarativeNetRequest.updateSessionRules({
      removeRuleIds: before.map(({ id }) => id),
      addRules: rules.map(ruleOf),
    });
    // A browser that has not set its rules up does not answer at all.
    const late = Promise.withResolvers<never>();
    const waiting = setTimeout(() => late.reject(new Error('no answer about rules')), TRIAL_MS);
    await Promise.race([change, late.promise]).finally(() => clearTimeout(waiting));
  },
  async hostOf(tabId) {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    return webHost(tab?.url);
  },
  async hostsBeside(tabIds) {
    const tabs = await browser.tabs.query({});
    return tabs.flatMap(({ id, url }) =>
      id !== undefined && tabIds.includes(id) ? [] : (webHost(url) ?? []),
    );
  },
  async askFor(tabId, address) {
    const inPage = browser.scripting
      .executeScript({ target: { tabId }, func: cameTo, args: [address, TRIAL_MS] })
      .then(([first]): unknown => first?.result);
    return Promise.all([inPage, cameTo(address, TRIAL_MS)]);
  },
  async mark(tabId, isOn) {
    const { action } = browser;
    await Promise.all([
      action.setBadgeText({ tabId, text: isOn ? BADGE : '' }),
      action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR }),
    ]).catch(() => {
      // The tab is gone.
    });
  },
  attend(until) {
    clearTimeout(timer);
    if (until === null) {
      // Else every page that is opened anywhere would start the worker.
      browser.tabs.onUpdated.removeListener(noteShown);
      return void browser.alarms.clear(ALARM);
    }
    browser.tabs.onUpdated.addListener(noteShown);
    // The alarm is for a worker that was stopped; browsers let it go off half a minute late.
    timer = setTimeout(tick, Math.max(until - Date.now(), 0));
    void browser.alarms.create(ALARM, { when: until });
  },
  newToken: () => crypto.randomUUID(),
  now: Date.now,
  openAccess: () => openAccessWindow({ for: 'rehearsal' }),
};

/** Keeps rehearsals true to what the browser does. To be called at once on start, before anything is awaited. */
export function followRehearsals(rehearsals: Rehearsals): void {
  followed = rehearsals;
  const left = (tabId: number, run?: string) => void rehearsals.left(tabId, run).catch(() => {});
  onPanelGone(left);
  browser.tabs.onRemoved.addListener((tabId) => left(tabId));
  browser.tabs.onUpdated.addListener(noteShown);
  browser.permissions.onRemoved.addListener(tick);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) tick();
  });
  tick();
}

function tick(): void {
  void followed?.tick().catch(() => {});
}

// A page that is new has a button without a mark, whatever its address.
function noteShown(tabId: number, { status, url }: { status?: string; url?: string }): void {
  if (status !== undefined || url !== undefined) void followed?.shows(tabId).catch(() => {});
}

// The browser's own types want lists that could be changed.
function ruleOf({ id, priority, action, condition }: RehearsalRule) {
  const { requestDomains, resourceTypes, tabIds, excludedInitiatorDomains, ...plain } = condition;
  return {
    id,
    priority,
    action,
    condition: {
      ...plain,
      requestDomains: [...requestDomains],
      resourceTypes: [...resourceTypes],
      ...(tabIds && { tabIds: [...tabIds] }),
      ...(excludedInitiatorDomains && { excludedInitiatorDomains: [...excludedInitiatorDomains] }),
    },
  };
}

function webHost(url: string | undefined): string | null {
  return url !== undefined && /^https?:/.test(url) ? hostOfAddress(url) : null;
}

/** Where an address came to. It is put into the page as it stands, so it uses nothing from around it. */
async function cameTo(address: string, milliseconds: number): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(milliseconds);
    const answer = await fetch(address, { cache: 'no-store', credentials: 'omit', signal });
    return answer.url;
  } catch {
    return null;
  }
}

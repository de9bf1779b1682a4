import type { rehearsalContract } from '../../messaging/rehearsal/contract';
import type { HandlersOf } from '../../messaging/wire/answer';
import type { RehearsalPorts } from './ports';
import type { Rehearsals } from './rehearsals';

export interface RehearsalDeps {
  readonly rehearsals: Rehearsals;
  readonly rehearsalPorts: RehearsalPorts;
}

/** Switches rehearsals, and keeps them going. */
export function createRehearsalHandlers({
  rehearsals,
  rehearsalPorts,
}: RehearsalDeps): HandlersOf<typeof rehearsalContract> {
  return {
    'rehearsal.start': ({ tabId }) => rehearsals.start(tabId),
    'rehearsal.renew': async ({ tabId }) => ({ isOn: await rehearsals.renew(tabId) }),
    'rehearsal.stop': async ({ tabId }) => {
      await rehearsals.stop(tabId);
      return null;
    },
    'rehearsal.askAccess': async () => {
      await rehearsalPorts.openAccess();
      return null;
    },
  };
}

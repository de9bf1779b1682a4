import { AD_SERVERS } from '../../core/ad-server/catalogue';
import { adServerById } from '../../core/ad-server/lookup';
import { mergeProfiles } from '../../core/ad-server/profiles';
import { fieldTakes } from '../../core/console/field-kind';
import type { BuilderStart } from '../../messaging/builder/contract';

/** What the builder's view knows, of what the background has said. */
export function begunWith(start: BuilderStart) {
  const { signedIn, canWrite, trackersEnabled, advertiserName, inserted, choices, recent, window } =
    start;
  const { profiles, ownHosts, field, state, isResumed } = start;
  const servers = mergeProfiles(AD_SERVERS, profiles.managed, profiles.own);
  const consoleServer = adServerById(start.adServerId, servers);
  return {
    signedIn,
    canWrite,
    trackersEnabled,
    advertiserName,
    ...(start.whose !== undefined && { whose: start.whose }),
    servers,
    ownHosts,
    consoleServer,
    inserted,
    choices,
    recent,
    field: field && {
      name: field.labels[0] ?? field.names[0] ?? '',
      takes: fieldTakes(field, consoleServer),
      clues: field,
    },
    resumed: isResumed ? state : null,
    carried: state?.tracker ?? null,
    window,
  };
}

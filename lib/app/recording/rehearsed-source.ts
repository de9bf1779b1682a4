import { withRehearsal } from '../../core/rehearsal/answer';
import { CANARY } from '../../core/rehearsal/canary';
import type { Observation } from '../../core/recording/observation';
import type { RequestSource } from '../../core/recording/source';

/** The tokens of rehearsals of this run of the browser, as they come to be known. */
export interface KnownTokens {
  /** Those from before are known. */
  readonly ready: Promise<unknown>;
  readonly all: ReadonlySet<string>;
}

/** A source of which what was rehearsed is known as that. The trial of a rehearsal is no page's request. */
export function withRehearsals(source: RequestSource, tokens: KnownTokens): RequestSource {
  const read = (told: readonly Observation[]) =>
    told
      .filter(({ url }) => url.raw !== CANARY)
      .map((observation) => withRehearsal(observation, tokens.all));
  return {
    onObserved(listener) {
      source.onObserved((told) => void tokens.ready.then(() => listener(read(told))));
    },
    async look() {
      const [seen] = await Promise.all([source.look(), tokens.ready]);
      return { ...seen, observations: read(seen.observations) };
    },
  };
}

import type { Handlers } from '../messaging/answer';
import type { BackgroundDeps } from './background-deps';
import { createBuilderHandlers } from './builder-handlers';
import { createContentHandlers } from './content-handlers';
import { createFindObjects } from './find-objects';
import { createPageHandlers } from './page-handlers';

/** What the background does for each message of the contract. */
export function createHandlers(deps: BackgroundDeps): Handlers {
  const findObjects = createFindObjects(deps.now);
  return {
    ...createPageHandlers(deps, findObjects),
    ...createBuilderHandlers(deps, findObjects),
    ...createContentHandlers(deps),
  };
}

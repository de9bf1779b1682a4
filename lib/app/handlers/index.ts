import type { Handlers } from '../../messaging/answer';
import type { BackgroundDeps } from './deps';
import { createBuilderHandlers } from '../builder/handlers';
import { createFindObjects } from '../trackers/find-objects';
import { createContentHandlers } from './content-scripts';
import { createPageHandlers } from './pages';

/** What the background does for each message of the contract. */
export function createHandlers(deps: BackgroundDeps): Handlers {
  const findObjects = createFindObjects(deps.now);
  return {
    ...createPageHandlers(deps, findObjects),
    ...createBuilderHandlers(deps, findObjects),
    ...createContentHandlers(deps),
  };
}

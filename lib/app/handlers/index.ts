import type { Handlers } from '../../messaging/answer';
import type { BackgroundDeps } from './deps';
import { createBuilderHandlers } from '../builder/handlers';
import { createContentHandlers } from './content-scripts';
import { createPageHandlers } from './pages';

/** What the background does for each message of the contract. */
export function createHandlers(deps: BackgroundDeps): Handlers {
  return {
    ...createPageHandlers(deps),
    ...createBuilderHandlers(deps),
    ...createContentHandlers(deps),
  };
}

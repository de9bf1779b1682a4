import type { Scenario } from '../scenario.ts';
import { ADDRESSES } from './addresses.ts';
import { BEACONS } from './beacons.ts';
import { ELEMENTS } from './elements.ts';
import { EXTENSIONS } from './extensions.ts';
import { FIELD } from './field.ts';
import { LEAVING } from './leaving.ts';
import { LOADERS } from './loaders.ts';
import { OUTCOMES } from './outcomes.ts';
import { PRERENDERED } from './prerendered.ts';
import { VIEWS } from './views.ts';

/** Everything that is known to happen to a pixel, by kind. */
export const SCENARIOS: Readonly<Record<string, readonly Scenario[]>> = {
  'what asks for a pixel': LOADERS,
  'what else asks for a pixel': ELEMENTS,
  'what a beacon carries': BEACONS,
  'what is sent later, and as a page is left': LEAVING,
  'documents and page views': VIEWS,
  'what is loaded ahead': PRERENDERED,
  'how a request ends': OUTCOMES,
  'what is written wrong': ADDRESSES,
  'what an extension does': EXTENSIONS,
  'what only looks wrong, and what only looks right': FIELD,
};

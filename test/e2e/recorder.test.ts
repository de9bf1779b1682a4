import { SCENARIOS } from '../recorder/scenarios/all.ts';
import { testScenarios } from '../recorder/session.ts';

// One of each kind; `npm run test:recorder` plays all of them.
const all = Object.values(SCENARIOS).flat();
testScenarios(
  'what is recorded is what happened',
  all.filter(({ daily }) => daily),
);

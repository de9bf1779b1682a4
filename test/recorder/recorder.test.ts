import { SCENARIOS } from './scenarios/all.ts';
import { testScenarios } from './session.ts';

for (const [kind, scenarios] of Object.entries(SCENARIOS)) testScenarios(kind, scenarios);

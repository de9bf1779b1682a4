import { RulesView } from '@/components/rules/RulesView';

import { statesOf } from '../state';

const rules = (code: string | null) => (
  <div class="pb-app pb-workspace">
    <header class="pb-workspace-bar" />
    <main class="pb-workspace-main">
      <RulesView code={code} />
    </main>
  </div>
);

export const rulesRoom = statesOf('rules', {
  all: () => rules(null),
  one: () => rules('cachebuster-missing'),
  unknown: () => rules('no-such-rule'),
});

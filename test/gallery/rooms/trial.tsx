import { TrialView } from '@/components/trial/TrialView';
import { createTrialModel, type TrialActions } from '@/components/trial/trial-model';

import { GOOD_TAG, ran, trialActions, trialStores } from '../../unit/components/trial/trial-sample';
import { Page } from '../page';
import { never, statesOf } from '../state';

interface Given {
  tag?: string;
  serverId?: string | null;
  /** Typed after it was tried. */
  typed?: string;
}

function trial({ tag, serverId = 'gam', typed }: Given, changes: Partial<TrialActions> = {}) {
  const model = createTrialModel(trialActions(changes), trialStores());
  const start = async () => {
    if (tag !== undefined) await model.give(tag, serverId);
    if (typed !== undefined) model.tag.value = typed;
    if (tag === undefined) await model.enter('gone');
  };
  return (
    <Page start={start}>
      <TrialView model={model} />
    </Page>
  );
}

const SCRIPT = `<script>
  var r = Math.random() * 1e13;
  document.write('<img src="https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=' + r + '">');
</script>`;
const PIXEL = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=8112244';
const LONG = `${PIXEL}&a_parameter_with_a_long_name=${'value'.repeat(40)}`;

export const trialRoom = statesOf('trial', {
  'handed-over-gone': () => trial({}),
  running: () => trial({ tag: GOOD_TAG }, { run: never }),
  good: () => trial({ tag: GOOD_TAG }),
  'no-ad-server': () => trial({ tag: GOOD_TAG, serverId: null }),
  changed: () => trial({ tag: GOOD_TAG, typed: `${GOOD_TAG}\n<!-- -->` }),
  silent: () => trial({ tag: `<noscript>${GOOD_TAG}</noscript><!-- ${GOOD_TAG} -->` }),
  'address-alone': () => trial({ tag: PIXEL }),
  'nothing-of-ours': () => trial({ tag: '<img src="https://ad.example/imp?1">' }),
  'time-is-up': () =>
    trial(
      { tag: SCRIPT },
      {
        run: async (text) =>
          ran(text, {
            requests: [
              { url: LONG, loader: 'image' },
              { url: PIXEL.replace('531', '999'), loader: 'script' },
              ...Array.from({ length: 30 }, (_, index) => ({
                url: `https://cdn.ad-server.example/creative/${index}/${'path/'.repeat(12)}`,
                loader: 'image' as const,
              })),
            ],
            hints: [
              { hint: 'page', url: 'https://landing.example/' },
              { hint: 'connect', url: 'https://cdn.ad-server.example/' },
              { hint: 'dialog', url: '' },
            ],
            errors: ['TypeError: Cannot read properties of null (reading ‘write’)'],
            end: 'time',
          }),
      },
    ),
  'read-not-run': () => trial({ tag: GOOD_TAG + SCRIPT }, { run: null }),
  failed: () => trial({ tag: GOOD_TAG }, { run: () => Promise.reject(new Error('disk')) }),
});

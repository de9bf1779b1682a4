import { Button } from '@/components/ui/Button';
import { hostOf } from '@/lib/core/base/host-pattern';
import { hostOfSite } from '@/lib/core/recording/sites-to-allow';
import { accessText as text } from '@/lib/text/verification/access';

import type { OptionsModel } from './options-model';

/** The sites whose every pixel is recorded, each to be taken back, and those that are not asked for. */
export function TestedSites({ model }: { model: OptionsModel }) {
  const { allowed = [], putOff = [] } = model.data.value?.access ?? {};
  const { actions } = model;
  return (
    <>
      <h3>{text.testedTitle}</h3>
      {allowed.length === 0 && <p class="pb-hint">{text.testedNone}</p>}
      <ul class="pb-rows" hidden={allowed.length === 0}>
        {allowed.map((pattern) => {
          const host = hostOf(pattern);
          return (
            <li key={pattern} class="pb-row pb-spread">
              {host}
              <Button
                kind="quiet"
                label={text.takeBackOf(host)}
                onClick={() =>
                  model.attempt(() => actions.takeBack(pattern), {
                    section: 'permissions',
                    text: text.tookBack(host),
                  })
                }
              >
                {text.takeBack}
              </Button>
            </li>
          );
        })}
      </ul>
      {putOff.length > 0 && (
        <>
          <h3>{text.putOffTitle}</h3>
          <ul class="pb-rows">
            {putOff.map((site) => (
              <li key={site} class="pb-row pb-spread">
                {hostOfSite(site)}
                <Button
                  kind="quiet"
                  label={text.askAgainOf(hostOfSite(site))}
                  onClick={() =>
                    model.attempt(() => actions.offerAgain(site), {
                      section: 'permissions',
                      text: text.offered(hostOfSite(site)),
                    })
                  }
                >
                  {text.askAgain}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

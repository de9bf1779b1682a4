import { useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/Field';
import { Empty } from '@/components/ui/Notice';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { isCalled } from '@/lib/core/ad-server/names';
import { draftOfRow } from '@/lib/core/ad-server/profile-draft';
import { hostOf } from '@/lib/core/base/host-pattern';
import { optionsText as text } from '@/lib/text/pages/options';

import { ConsoleRow } from './ConsoleRow';
import type { OptionsModel } from './options-model';
import { Section } from './Section';

/** Every console there is, turned on and off one by one. */
export function ConsolesSection({ model }: { model: OptionsModel }) {
  const [words, setWords] = useState('');
  const { actions } = model;
  const { consoles, sites, homeless } = model.consoles.value;
  const wanted = words.trim().toLowerCase();
  const fits = (server: AdServer) =>
    isCalled(server, words) || server.hosts.some((host) => host.toLowerCase().includes(wanted));
  const shown = consoles.filter(({ server }) => fits(server));
  const shownHomeless = homeless.filter(fits);
  const turn = (isOn: boolean, name: string, origins: readonly string[]) =>
    model.attempt(() => (isOn ? actions.turnOn(origins) : actions.turnOff(origins)), {
      section: 'consoles',
      text: isOn ? text.turnedOn(name) : text.turnedOff(name),
    });
  return (
    <Section id="consoles" lead={text.consolesLead} remark={model.remark.value}>
      <p class="pb-lead">{text.consolesNone}</p>
      {sites.length > 0 && (
        <>
          <h3>{text.sites}</h3>
          <ul class="pb-rows">
            {sites.map(([origin, state]) => (
              <ConsoleRow
                key={origin}
                name={hostOf(origin)}
                hosts={[]}
                state={state}
                server={null}
                onTurn={(isOn) => turn(isOn, hostOf(origin), [origin])}
              />
            ))}
          </ul>
        </>
      )}
      <TextField
        label={text.search}
        value={words}
        onInput={setWords}
        placeholder={text.searchPlaceholder}
      />
      {shown.length === 0 && shownHomeless.length === 0 && (
        <Empty title={text.noMatch}>
          <span>{text.noMatchNext}</span>
        </Empty>
      )}
      {shown.length > 0 && (
        <ul class="pb-rows">
          {shown.map(({ server, state }) => (
            <ConsoleRow
              key={server.id}
              name={server.name}
              hosts={server.hosts}
              state={state}
              server={server}
              onTurn={(isOn) => turn(isOn, server.name, server.hosts)}
            />
          ))}
        </ul>
      )}
      {shownHomeless.length > 0 && (
        <details open={wanted !== ''}>
          <summary>{text.homeless(shownHomeless.length)}</summary>
          <p class="pb-hint">{text.homelessNext}</p>
          <ul class="pb-rows">
            {shownHomeless.map((server) => {
              const row = model.data.value?.profiles.own.find(({ id }) => id === server.id);
              return (
                <li key={server.id} class="pb-row pb-spread">
                  {server.name}
                  <Button
                    kind="quiet"
                    label={text.addAddressOf(server.name)}
                    onClick={() => model.openForm(draftOfRow(row ?? null, server.id))}
                  >
                    {text.addAddress}
                  </Button>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </Section>
  );
}

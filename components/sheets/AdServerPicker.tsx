import { useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { isCalled } from '@/lib/core/ad-server/names';
import { sheetPageText as text } from '@/lib/text/sheets/page';

interface AdServerPickerProps {
  servers: readonly AdServer[];
  chosen: readonly string[];
  onToggle: (id: string, on: boolean) => void;
  onClear: () => void;
}

/** Which ad servers the sheet is for. */
export function AdServerPicker({ servers, chosen, onToggle, onClear }: AdServerPickerProps) {
  const [search, setSearch] = useState('');
  const shown = servers
    .filter((server) => isCalled(server, search))
    .toSorted((a, b) => a.name.localeCompare(b.name));

  const count = servers.filter(({ id }) => chosen.includes(id)).length;

  return (
    <section class="pb-card pb-stack pb-picker" aria-label={text.adServers}>
      <div class="pb-row pb-spread">
        <h2>{text.adServers}</h2>
        <span class="pb-muted pb-small" role="status">
          {text.chosen(count, servers.length)}
        </span>
      </div>
      <input
        class="pb-input"
        type="search"
        aria-label={text.searchAdServers}
        placeholder={text.searchAdServersHint}
        value={search}
        onInput={(event) => setSearch(event.currentTarget.value)}
      />
      <div class="pb-row">
        <Button disabled={count === 0} onClick={onClear}>
          {text.selectNone}
        </Button>
      </div>
      {shown.length === 0 ? (
        <p class="pb-picker-empty pb-muted">{text.noMatch}</p>
      ) : (
        <div class="pb-rowlist" role="group" aria-label={text.adServers}>
          {shown.map(({ id, name, confidence }) => (
            <label key={id} class="pb-check pb-pick-line">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) => onToggle(id, event.currentTarget.checked)}
              />
              <span class="pb-grow">
                {name}
                {confidence !== 'documented' && confidence !== 'own' && (
                  <span class="pb-muted pb-small"> {text.checkWithAdServer}</span>
                )}
              </span>
            </label>
          ))}
        </div>
      )}
    </section>
  );
}

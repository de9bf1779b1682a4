import { Plus, Download } from 'lucide';

import { Button } from '@/components/ui/Button';
import { Combobox } from '@/components/ui/Combobox';
import { Empty } from '@/components/ui/Notice';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { draftOfRow } from '@/lib/core/ad-server/profile-draft';
import { type Profiles, shadowedIds } from '@/lib/core/ad-server/profiles';
import { optionsText as text } from '@/lib/text/pages/options';

import { ImportBox } from './ImportBox';
import type { OptionsModel } from './options-model';
import { Section } from './Section';
import { ServerForm } from './ServerForm';
import { ServerRow } from './ServerRow';

interface ServersSectionProps {
  model: OptionsModel;
  profiles: Profiles;
}

/** A person's own ad servers and changes to the catalogue, and the administrator's. */
export function ServersSection({ model, profiles }: ServersSectionProps) {
  const { managed, own } = profiles;
  const shadowed = shadowedIds(profiles);
  const form = model.form.value;
  return (
    <Section id="servers" lead={text.serversLead} remark={model.remark.value}>
      {managed.length + own.length === 0 && !form && (
        <Empty title={text.serversNone}>
          <span>{text.serversNoneNext}</span>
        </Empty>
      )}
      {managed.length + own.length > 0 && (
        <ul class="pb-rows">
          {managed.map((row) => (
            <ServerRow key={`managed-${row.id}`} row={row} kind="managed" />
          ))}
          {own.map((row) => (
            <ServerRow
              key={row.id}
              row={row}
              kind={shadowed.has(row.id) ? 'shadowed' : 'own'}
              onEdit={() => model.openForm(draftOfRow(row))}
              onRemove={(name) => model.remove(row, name)}
            />
          ))}
        </ul>
      )}
      {form ? (
        <ServerForm
          key={form.draft.id ?? 'new'}
          model={model}
          draft={form.draft}
          isRestored={form.isRestored}
          profiles={profiles}
        />
      ) : (
        <div class="pb-adders">
          <Button kind="primary" icon={Plus} onClick={() => model.openForm(draftOfRow(null))}>
            {text.add}
          </Button>
          <Combobox
            label={text.override}
            value={null}
            placeholder={text.overridePlaceholder}
            search={searchCatalogue}
            onChange={(chosen) => {
              if (!chosen) return;
              const row = own.find(({ id }) => id === chosen.id) ?? null;
              model.openForm(draftOfRow(row, chosen.id));
            }}
          />
        </div>
      )}
      <ImportBox
        result={model.imported.value}
        onFile={(file) => void model.importFile(file)}
        exporter={
          own.length > 0 && (
            <Button icon={Download} onClick={() => model.exportText()}>
              {text.export}
            </Button>
          )
        }
      />
    </Section>
  );
}

async function searchCatalogue(words: string) {
  const wanted = words.trim().toLowerCase();
  return AD_SERVERS.filter(({ name, id }) => `${name} ${id}`.toLowerCase().includes(wanted)).map(
    ({ id, name, cachebuster }) => ({ id, name, note: cachebuster ?? text.notKnown }),
  );
}

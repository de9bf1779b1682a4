import { Field } from '@/components/ui/Field';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { adServerById } from '@/lib/core/ad-server/lookup';
import type { TagType } from '@/lib/core/tag/tag-spec';
import { type TagChoices, typeChosenWith } from '@/lib/core/tag/write/build-tag';
import { builderText as text, confidenceText } from '@/lib/text/builder/builder';

interface AdServerChoiceProps {
  type: TagType;
  server: AdServer | null;
  servers: readonly AdServer[];
  onChange: (part: Partial<TagChoices>) => void;
}

/** The ad server, how far to trust what is known of it, and where the tag goes in its console. */
export function AdServerChoice({ type, server, servers, onChange }: AdServerChoiceProps) {
  const own = servers.filter(({ confidence }) => confidence === 'own');
  const others = servers.filter(({ confidence }) => confidence !== 'own');
  const caution = server && confidenceText(server);
  return (
    <div>
      <Field label={text.adServer} {...(caution && { hint: caution })}>
        {({ id, describedBy }) => (
          <select
            id={id}
            class="pb-input"
            aria-describedby={describedBy}
            value={server?.id ?? ''}
            onChange={(event) => {
              const adServerId = event.currentTarget.value || null;
              const chosen = adServerById(adServerId, servers);
              onChange({
                adServerId,
                type: typeChosenWith(chosen, type),
                // What was typed for one ad server is no macro of another.
                cachebuster: '',
                cost: '',
                costIsPerImpression: false,
              });
            }}
          >
            <option value="">{text.noAdServer}</option>
            {own.length > 0 && (
              <optgroup label={text.ownAdServers}>
                <Options of={own} />
              </optgroup>
            )}
            {own.length > 0 ? (
              <optgroup label={text.catalogue}>
                <Options of={others} />
              </optgroup>
            ) : (
              <Options of={others} />
            )}
          </select>
        )}
      </Field>
      {server?.pasteWhere && (
        <details class="pb-where pb-small">
          <summary>{text.pasteWhere}</summary>
          <p class="pb-muted">{server.pasteWhere}</p>
        </details>
      )}
    </div>
  );
}

function Options({ of }: { of: readonly AdServer[] }) {
  return (
    <>
      {of
        .toSorted((a, b) => a.name.localeCompare(b.name))
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </>
  );
}

import { Pencil, Trash2 } from 'lucide';

import { IconButton } from '@/components/ui/Button';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { ownValue } from '@/lib/core/base/own-value';
import { fieldsOf, type ProfileRow } from '@/lib/core/ad-server/profiles';
import { fieldText, optionsText as text } from '@/lib/text/pages/options';

interface ServerRowProps {
  row: ProfileRow;
  kind: 'managed' | 'own' | 'shadowed';
  onEdit?: () => void;
  onRemove?: (name: string) => void;
}

/** One row of one's own or the administrator's: what it is and what it gives. */
export function ServerRow({ row, kind, onEdit, onRemove }: ServerRowProps) {
  const known = adServerById(row.id, AD_SERVERS);
  const name = row.name ?? known?.name ?? row.id;
  const given = fieldsOf(row).filter((field) => field !== 'name' || known !== null);
  return (
    <li class="pb-row pb-spread">
      <div class="pb-grow">
        <strong>{name}</strong>{' '}
        <span class="pb-badge">{known ? text.overridden : text.newServer}</span>{' '}
        {kind === 'managed' && <span class="pb-badge warning">{text.managed}</span>}
        {row.cachebuster && (
          <div class="pb-hosts">
            <code>{row.cachebuster}</code>
          </div>
        )}
        <p class="pb-hint">
          {text.gives(given.map((field) => ownValue(fieldText, field) ?? field))}
        </p>
        {kind === 'shadowed' && <p class="pb-problem">{text.shadowed}</p>}
      </div>
      {onEdit && kind === 'own' && (
        <IconButton icon={Pencil} label={text.editOf(name)} onClick={onEdit} />
      )}
      {onRemove && (
        <IconButton icon={Trash2} label={text.removeOf(name)} onClick={() => onRemove(name)} />
      )}
    </li>
  );
}

import { Button } from '@/components/ui/Button';
import { Empty } from '@/components/ui/Notice';
import type { Failure } from '@/lib/core/base/errors';
import type { TrackerFilter } from '@/lib/core/tracker/filter';
import { popupText as text } from '@/lib/text/pages/popup';
import { searchText } from '@/lib/text/trackers/search';

import type { Searched } from './searched';

interface NoTrackersProps {
  filter: TrackerFilter;
  searched: Searched;
  syncing: boolean;
  failure: Failure | null;
  onClear: () => void;
  onSearch: (search: string) => void;
}

/** Why no tracker is shown, and what next. */
export function NoTrackers(props: NoTrackersProps) {
  const { filter, syncing, failure } = props;
  if (filter.search !== '' || filter.state !== 'all') return <NothingFound {...props} />;
  if (syncing) return <Empty title={text.loading} />;
  if (failure) return null;
  return (
    <Empty title={text.none}>
      <span>{text.noneNext}</span>
    </Empty>
  );
}

function NothingFound({ filter, searched, onClear, onSearch }: NoTrackersProps) {
  const { absent, isAsking, query } = searched;
  // One number alone may be a part of an id; as the id of another advertiser's it has to be asked for.
  const [, id] = /^\s*#?(\d{1,15})\s*$/.exec(filter.search) ?? [];
  if (isAsking) return <Empty title={searchText.askingTitle} />;
  return (
    <Empty title={text.noMatch}>
      {absent.length > 0 && <span>{searchText.absentNext(absent)}</span>}
      {query.spoiled?.map(({ typed, how }) => (
        <span key={typed}>{searchText.spoiled(typed, how)}</span>
      ))}
      {query.noFields.map((name) => (
        <span key={name}>{searchText.noField(name)}</span>
      ))}
      {absent.length === 0 && <span>{text.noMatchNext}</span>}
      {id !== undefined && (
        <Button kind="primary" onClick={() => onSearch(`id:${id}`)}>
          {searchText.lookFor(id)}
        </Button>
      )}
      <Button onClick={onClear}>{text.clearSearch}</Button>
    </Empty>
  );
}

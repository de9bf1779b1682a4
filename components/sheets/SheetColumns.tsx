import type { ColumnOffer } from '@/lib/core/tag-sheet/read/choose-columns';
import {
  CHOSEN_KINDS,
  chooseColumn,
  chooseTag,
  type ColumnChoice,
} from '@/lib/core/tag-sheet/read/column-choice';
import type { SheetHeader } from '@/lib/core/tag-sheet/read/header';
import { columnText, sheetPageText as text } from '@/lib/text/sheets/page';

import { ColumnLists } from './ColumnLists';
import { ColumnSelect } from './ColumnSelect';

interface SheetColumnsProps {
  header: SheetHeader;
  offer: ColumnOffer;
  /** The list in which something was chosen just now, which is to have the focus. */
  touched: string | null;
  onFocused: () => void;
  onChoose: (list: string, choice: ColumnChoice | null) => void;
}

/** How the columns of a sheet were understood, to be chosen by hand where that was wrong. */
export function SheetColumns({ header, offer, onChoose, ...of }: SheetColumnsProps) {
  return (
    <ColumnLists
      {...of}
      title={text.columns}
      hint={text.columnsHint}
      offer={offer}
      onRecognise={() => onChoose(tagList(0), null)}
    >
      <TagSelects header={header} offer={offer} onChoose={onChoose} />
      {CHOSEN_KINDS.map((kind) => (
        <ColumnSelect
          key={kind}
          name={kind}
          label={columnText[kind]}
          titles={offer.titles}
          value={header.columns.get(kind) ?? null}
          none={text.noColumn}
          onChange={(column) => onChoose(kind, chooseColumn(offer.choice, kind, column))}
        />
      ))}
    </ColumnLists>
  );
}

function TagSelects({
  header,
  offer,
  onChoose,
}: Pick<SheetColumnsProps, 'header' | 'offer' | 'onChoose'>) {
  const { tagColumns } = header;
  const last = tagColumns.length;
  return [...tagColumns, null].map((column, place) => (
    <ColumnSelect
      key={place}
      name={tagList(place)}
      label={place === last ? text.moreTags : text.tagColumn(place)}
      titles={offer.titles}
      value={column?.index ?? null}
      // The last one that holds tags can be another, and not none.
      none={last === 1 && place === 0 ? undefined : text.noColumn}
      onChange={(to) => onChoose(tagList(place), chooseTag(offer.choice, tagColumns, place, to))}
    />
  ));
}

interface TagColumnProps {
  offer: ColumnOffer;
  onChoose: SheetColumnsProps['onChoose'];
}

/** Where nothing was recognised: the column with tags, by a person’s word. */
export function TagColumn({ offer, onChoose }: TagColumnProps) {
  return (
    <section class="pb-card pb-stack" aria-label={text.tellTags}>
      <ColumnSelect
        name={tagList(0)}
        label={text.tellTags}
        titles={offer.titles}
        value={null}
        none={text.chooseColumn}
        onChange={(column) => onChoose(tagList(0), chooseTag(offer.choice, [], 0, column))}
      />
      <p class="pb-hint">{text.tellTagsHint}</p>
    </section>
  );
}

const tagList = (place: number) => `tags-${place}`;

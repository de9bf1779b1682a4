import { ColumnLists } from '@/components/sheets/ColumnLists';
import { ColumnSelect } from '@/components/sheets/ColumnSelect';
import { comparingText as text } from '@/lib/text/reports/comparing';

import { FILE_COLUMNS, type FileColumn, type FileRead } from '../report-actions';
import type { ComparingModel } from './comparing-model';

interface FileColumnListsProps {
  model: ComparingModel;
  read: FileRead;
}

/** Which columns of the file are which, to be chosen by hand where that was not, or wrongly, recognised. */
export function FileColumnLists({ model, read: { kind, offer } }: FileColumnListsProps) {
  const isUnknown = kind === 'columns';
  const choose = (column: FileColumn, at: number | null) => {
    const { [column]: _, ...others } = offer.columns;
    void model.chooseColumns(column, at === null ? others : { ...others, [column]: at });
  };
  return (
    <ColumnLists
      title={isUnknown ? text.tellColumns : text.columns}
      hint={isUnknown ? text.tellColumnsHint : text.columnsHint}
      offer={offer}
      isUnknown={isUnknown}
      touched={model.touched.value}
      onFocused={model.forgetTouched}
      onRecognise={() => void model.chooseColumns('date', null)}
    >
      {FILE_COLUMNS.map((column) => (
        <ColumnSelect
          key={column}
          name={column}
          label={text.column[column]}
          titles={offer.titles}
          value={offer.columns[column] ?? null}
          none={text.noColumn}
          onChange={(at) => choose(column, at)}
        />
      ))}
    </ColumnLists>
  );
}

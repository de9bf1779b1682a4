import { useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/Field';
import type { TrackerColumn } from '@/lib/core/tracker-sheet/columns';
import { mendOf, type RowIssue } from '@/lib/core/tracker-sheet/issue';
import { columnOf } from '@/lib/core/tracker-sheet/row-fields';
import { bulkText as text, candidateText, MENDED_BY_WRITING } from '@/lib/text/trackers/bulk';
import { trackerColumnText } from '@/lib/text/trackers/tracker-sheet';

/** What mends a sheet: a cell written anew in some rows, or a candidate that is meant. */
export interface OnMend {
  readonly write: (rows: readonly number[], column: TrackerColumn, text: string) => void;
  readonly choose: (choice: string, id: number) => void;
  readonly readAgain: () => void;
}

interface MendIssueProps {
  issue: RowIssue;
  /** The rows in which it is mended. */
  rows: readonly number[];
  on: OnMend;
}

/** What a person can do about an issue on the spot. */
export function MendIssue({ issue, rows, on }: MendIssueProps) {
  const mend = mendOf(issue);
  const column = columnOf(issue);
  if (mend === 'read-again') {
    return (
      <div>
        <Button onClick={on.readAgain}>{text.readAgain}</Button>
      </div>
    );
  }
  return (
    <>
      {issue.candidates.length > 0 && (
        <div class="pb-row pb-bulk-candidates">
          {issue.candidates.map((one) => (
            <Button
              key={one.id}
              label={text.meant(candidateText(one))}
              onClick={() =>
                issue.choice === null
                  ? on.write(rows, 'id', String(one.id))
                  : on.choose(issue.choice, one.id)
              }
            >
              {candidateText(one)}
            </Button>
          ))}
        </div>
      )}
      {column !== null && MENDED_BY_WRITING.includes(mend) && (
        <Write
          key={`${issue.address} ${issue.said}`}
          label={trackerColumnText[column]}
          said={issue.said}
          rows={rows.length}
          onWrite={(next) => on.write(rows, column, next)}
        />
      )}
    </>
  );
}

interface WriteProps {
  label: string;
  said: string;
  rows: number;
  onWrite: (text: string) => void;
}

function Write({ label, said, rows, onWrite }: WriteProps) {
  const [typed, setTyped] = useState(said);
  return (
    <form
      class="pb-bulk-write"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== said) onWrite(typed);
      }}
    >
      <TextField label={label} value={typed} onInput={setTyped} />
      <Button type="submit" disabled={typed === said}>
        {rows > 1 ? text.writeInAll(rows) : text.write}
      </Button>
    </form>
  );
}

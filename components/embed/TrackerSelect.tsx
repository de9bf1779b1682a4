import { useState } from 'preact/hooks';

import { Field, TextField } from '@/components/ui/Field';
import type { Ref } from '@/lib/core/tracker/tracker';
import { builderText } from '@/lib/text/builder/builder';
import { embedText } from '@/lib/text/builder/embed';

import { findTrackers } from './find-trackers';

interface TrackerSelectProps {
  tracker: Ref | null;
  trackers: readonly Ref[];
  onChange: (tracker: Ref | null) => void;
}

const SEARCHED_FROM = 12;

/** Which tracker the tag is of: a native list, with a search above it where it is long. */
export function TrackerSelect({ tracker, trackers, onChange }: TrackerSelectProps) {
  const [words, setWords] = useState('');
  const found = findTrackers(trackers, words);
  // What is chosen stays in the list, whatever is searched for.
  const options =
    tracker && !found.some(({ id }) => id === tracker.id) ? [tracker, ...found] : found;
  return (
    <>
      {trackers.length >= SEARCHED_FROM && (
        <TextField
          label={embedText.search}
          value={words}
          placeholder={builderText.trackerPlaceholder}
          hint={embedText.found(found.length, trackers.length)}
          onInput={setWords}
        />
      )}
      <Field label={builderText.tracker}>
        {({ id }) => (
          <select
            id={id}
            class="pb-input"
            value={tracker?.id ?? ''}
            onChange={(event) => {
              const chosen = Number(event.currentTarget.value);
              onChange(options.find((option) => option.id === chosen) ?? null);
            }}
          >
            <option value="">{embedText.noneChosen}</option>
            {options.map(({ id: key, name }) => (
              <option key={key} value={key}>
                {name} ({key})
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}

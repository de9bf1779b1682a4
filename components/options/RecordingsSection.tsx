import { useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/Field';
import { type Keeping, readKeeping } from '@/lib/core/verification/keeping';
import { keepingText as text } from '@/lib/text/pages/keeping';

import type { OptionsModel } from './options-model';
import { Section } from './Section';

/** How many recordings stay here, how long, and how large one may become. */
export function RecordingsSection({ model, keeping }: { model: OptionsModel; keeping: Keeping }) {
  const [recordings, setRecordings] = useState(String(keeping.recordings));
  const [days, setDays] = useState(String(keeping.days ?? ''));
  const [requests, setRequests] = useState(String(keeping.requests));
  const read = readKeeping(recordings, days, requests);
  const isSame =
    read?.recordings === keeping.recordings &&
    read.days === keeping.days &&
    read.requests === keeping.requests;
  return (
    <Section id="recordings" lead={text.lead} remark={model.remark.value}>
      <TextField label={text.recordings} value={recordings} onInput={setRecordings} />
      <TextField label={text.days} hint={text.daysHint} value={days} onInput={setDays} />
      <TextField
        label={text.requests}
        hint={text.requestsHint}
        value={requests}
        onInput={setRequests}
      />
      {read === null && (
        <p class="pb-problem" role="alert">
          {text.unreadable}
        </p>
      )}
      <div class="pb-row">
        <Button
          kind="primary"
          disabled={read === null || isSame}
          onClick={() =>
            read &&
            model.attempt(() => model.actions.writeKeeping(read), {
              section: 'recordings',
              text: text.saved(read),
            })
          }
        >
          {text.save}
        </Button>
      </div>
    </Section>
  );
}

import { useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/Field';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import type { Failure } from '@/lib/core/base/errors';
import { MAX_EXPECTED } from '@/lib/core/base/limits';
import { actsText as text } from '@/lib/text/trackers/acts';
import { tooManyExpected } from '@/lib/text/trackers/switch-run';
import { formatCount } from '@/lib/text/ui';

import { ActFrame } from './ActFrame';
import type { ActsModel } from './acts-model';

/** Makes a verification that expects the trackers, and leads to it. */
export function NewVerification({ model }: { model: ActsModel }) {
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isMaking, setMaking] = useState(false);
  const trackers = model.trackers.value;
  const isNamed = name.trim() !== '';
  const isTooMany = trackers.length > MAX_EXPECTED;
  const isOff = !isNamed || isMaking || isTooMany || trackers.length === 0;
  const make = async () => {
    if (isOff) return;
    const close = model.closing();
    setMaking(true);
    try {
      const id = await model.actions.newVerification(
        name.trim(),
        trackers.map((tracker) => tracker.id),
      );
      if (close()) model.ways.toVerification(id);
    } catch (error) {
      setFailure(model.stores.fail(error));
      setMaking(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <ActFrame
        model={model}
        title={text.verifyTitle}
        buttons={
          <Button kind="primary" disabled={isOff} onClick={() => void make()}>
            {text.create}
          </Button>
        }
      >
        <TextField label={text.name} value={name} onInput={setName} hint={text.verifyNeedsName} />
        <p>{text.verifyWhat(trackers.length)}</p>
        {isTooMany && <Notice kind="warning">{tooManyExpected(formatCount(MAX_EXPECTED))}</Notice>}
        {failure && <FailureNotice failure={failure} />}
      </ActFrame>
    </form>
  );
}

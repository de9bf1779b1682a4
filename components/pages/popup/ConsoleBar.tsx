import { TextCursorInput } from 'lucide';
import { useEffect, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { FailureNotice } from '@/components/ui/Notice';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import { popupText as text } from '@/lib/text/pages/popup';

import type { ConsoleActions, ConsoleOffer } from './console-actions';

/** What can be done on the page beside the popup: build a tag there, or be offered it always. */
export function ConsoleBar({ actions }: { actions: ConsoleActions }) {
  const [offer, setOffer] = useState<ConsoleOffer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const look = async () => setOffer(await actions.consoleOffer());
  useEffect(() => void look(), [actions]);
  if (!offer) return null;
  const attempt = (run: () => Promise<void>) => {
    setFailure(null);
    run().then(look, (error: unknown) => setFailure(toFailure(error)));
  };
  return (
    <footer class="pb-consolebar">
      {failure && <FailureNotice failure={failure} />}
      <div class="pb-row">
        <Button icon={TextCursorInput} onClick={() => attempt(() => actions.buildHere())}>
          {text.buildHere}
        </Button>
        {!offer.enabled && (
          <Button
            kind="quiet"
            title={text.enableReason}
            onClick={() => attempt(() => actions.enableConsole(offer.host))}
          >
            <span class="pb-clip">{text.enableConsole(offer.host)}</span>
          </Button>
        )}
      </div>
    </footer>
  );
}

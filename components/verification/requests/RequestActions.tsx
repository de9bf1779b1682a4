import { Copy, ListPlus, Network, SquareArrowOutUpRight, TextSelect } from 'lucide';
import { useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import { requestDetailsText as text } from '@/lib/text/verification/requests/request-details';
import { verificationText } from '@/lib/text/verification/verification';

import type { VerificationModel } from '../verification-model';
import { networkFilter, rowAsText } from './row-as-text';

interface RequestActionsProps {
  row: CheckedRequest;
  model: VerificationModel;
  onTracker: ((id: number) => void) | undefined;
}

/** What can be done with one request. */
export function RequestActions({ row, model, onTracker }: RequestActionsProps) {
  const { trackerId, request } = row;
  const { actions, said } = model;
  const [copied, setCopied] = useState('');
  const copy = async (what: string, content: string) => {
    const isDone = await actions.copy(content);
    said.value = isDone ? text.copied : text.notCopied;
    setCopied(isDone ? `${what} ${request.key}` : '');
  };
  const copyButton = (what: string, label: string, icon: typeof Copy, content: () => string) => (
    <Button icon={icon} onClick={() => void copy(what, content())}>
      {copied === `${what} ${request.key}` ? text.copied : label}
    </Button>
  );
  const { showInNetwork } = actions.list;
  return (
    <>
      <div class="pb-row pb-wrap pb-request-actions">
        {trackerId !== null && model.seenIds.value.includes(trackerId) && (
          <Button
            icon={ListPlus}
            onClick={() =>
              void model.expect([...(model.verification.value?.expectedIds ?? []), trackerId])
            }
          >
            {verificationText.expectThis}
          </Button>
        )}
        {copyButton('address', text.copyAddress, Copy, () => request.url.raw)}
        {copyButton('text', text.copyText, TextSelect, () => rowAsText(row))}
        {trackerId !== null && onTracker && model.known.value.trackers.byId.has(trackerId) && (
          <Button
            icon={SquareArrowOutUpRight}
            title={text.openTrackerWhy}
            onClick={() => onTracker(trackerId)}
          >
            {text.openTracker}
          </Button>
        )}
        {showInNetwork && (
          <Button
            icon={Network}
            title={text.showInNetworkWhy}
            onClick={() => showInNetwork(networkFilter(request.url.raw))}
          >
            {text.showInNetwork}
          </Button>
        )}
      </div>
      {!showInNetwork && model.live.value && <p class="pb-muted pb-small">{text.noNetwork}</p>}
    </>
  );
}

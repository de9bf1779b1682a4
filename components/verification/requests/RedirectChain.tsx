import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import { MAX_CHAIN, redirectChainOf } from '@/lib/core/verification/redirect-chain';
import { requestDetailsText as text } from '@/lib/text/verification/requests/request-details';
import { statusText } from '@/lib/text/verification/verification';

interface RedirectChainProps {
  rows: readonly CheckedRequest[];
  row: CheckedRequest;
  onSelect: (key: string) => void;
}

/** The redirects round a request, in their order. An address is text, never a link: a call would be billed. */
export function RedirectChain({ rows, row, onSelect }: RedirectChainProps) {
  const steps = redirectChainOf(rows, row);
  if (steps.length === 1) return <p class="pb-muted">{text.noChain}</p>;
  return (
    <>
      <ol class="pb-chain">
        {steps.map(({ address, row: step }, index) => (
          <li key={index} aria-current={step === row ? 'step' : undefined}>
            {step && step !== row ? (
              <button
                type="button"
                class="pb-chain-step"
                onClick={() => onSelect(step.request.key)}
              >
                {address}
              </button>
            ) : (
              <span class="pb-chain-address">{address}</span>
            )}{' '}
            <span class="pb-muted pb-nowrap">
              {step === null ? text.notRecorded : statusText(step.request)}
              {step === row && ` · ${text.thisRequest}`}
            </span>
          </li>
        ))}
      </ol>
      {steps.length >= MAX_CHAIN && <p class="pb-muted">{text.longChain(MAX_CHAIN)}</p>}
    </>
  );
}

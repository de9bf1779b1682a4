import { useMemo, useState } from 'preact/hooks';

import { TextField } from '@/components/ui/Field';
import { type AddressJudgement, judgeAddress } from '@/lib/core/account/api-address';
import { PRODUCTION_API } from '@/lib/core/account/session';
import { addressProblemText } from '@/lib/text/account/api-address';
import { popupText as text } from '@/lib/text/pages/popup';

import { ConfirmAddress } from './ConfirmAddress';

export interface AddressState {
  readonly baseUrl: string;
  readonly address: AddressJudgement;
  /** Whether this very address was confirmed. */
  readonly confirmed: boolean;
  set(baseUrl: string): void;
  confirm(is: boolean): void;
}

/** The address of the API that is signed in at. With any other than was confirmed, and with none, it is not. */
export function useAddress(start: () => string, consoles: readonly string[]): AddressState {
  const [baseUrl, setBaseUrl] = useState(start);
  const [confirmedUrl, setConfirmedUrl] = useState<string | null>(null);
  const address = useMemo(() => judgeAddress(baseUrl, consoles), [baseUrl, consoles]);
  return {
    baseUrl,
    address,
    confirmed: address.kind === 'other' && address.baseUrl === confirmedUrl,
    set: setBaseUrl,
    confirm: (is) => setConfirmedUrl(is && address.kind === 'other' ? address.baseUrl : null),
  };
}

interface AddressFieldsProps {
  of: AddressState;
  onChange: (baseUrl: string) => void;
  /** Whether another address than the service's own is to be confirmed here. */
  asks?: boolean;
}

/** The environment, folded away while it is the service's own; else where a secret would go, to be confirmed. */
export function AddressFields({ of, onChange, asks = true }: AddressFieldsProps) {
  const { address, baseUrl, confirmed } = of;
  return (
    <>
      {asks && address.kind === 'other' && (
        <ConfirmAddress
          address={address}
          confirmed={confirmed}
          onConfirm={of.confirm}
          onUseProduction={() => onChange(PRODUCTION_API)}
        />
      )}
      <details open={address.kind !== 'production'}>
        <summary>{text.environment}</summary>
        <div class="pb-stack">
          <TextField
            label={text.apiAddress}
            name="baseUrl"
            value={baseUrl}
            hint={text.apiAddressHint}
            problem={address.kind === 'refused' ? addressProblemText(address.problem) : null}
            onInput={onChange}
          />
        </div>
      </details>
    </>
  );
}

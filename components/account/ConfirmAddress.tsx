import { Button } from '@/components/ui/Button';
import { StatedNotice } from '@/components/ui/Notice';
import type { AddressJudgement } from '@/lib/core/account/api-address';
import {
  addressText as text,
  addressWarnings,
  keyAddressText,
} from '@/lib/text/account/api-address';

interface ConfirmAddressProps {
  address: Extract<AddressJudgement, { kind: 'other' }>;
  confirmed: boolean;
  /** What would go there: a password, or what a key has signed. */
  what?: 'password' | 'key';
  onConfirm: (confirmed: boolean) => void;
  /** Absent where the address is not for choosing. */
  onUseProduction?: () => void;
}

/** Beside the password: where it would go if that is not the service's own address. */
export function ConfirmAddress({
  address,
  confirmed,
  what = 'password',
  onConfirm,
  onUseProduction,
}: ConfirmAddressProps) {
  const { baseUrl, host, warning } = address;
  const words = what === 'key' ? keyAddressText : text;
  const start = baseUrl.indexOf('//') + 2;
  return (
    <div class="pb-address" role="group" aria-label={words.about}>
      <p>{words.goesTo}</p>
      <p class="address">
        {baseUrl.slice(0, start)}
        <strong>{host}</strong>
        {baseUrl.slice(start + host.length)}
      </p>
      {warning && (
        <StatedNotice
          kind="warning"
          sentence={addressWarnings[warning].sentence}
          next={what === 'key' ? keyAddressText.risk : addressWarnings[warning].next}
        />
      )}
      <label class="pb-check">
        <input
          type="checkbox"
          name="confirmed"
          required
          checked={confirmed}
          onChange={(event) => onConfirm(event.currentTarget.checked)}
        />
        <span>
          {words.confirm} <strong>{host}</strong>
        </span>
      </label>
      {onUseProduction && <Button onClick={onUseProduction}>{text.useProduction}</Button>}
    </div>
  );
}

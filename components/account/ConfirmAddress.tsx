import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { AddressJudgement } from '@/lib/core/account/api-address';
import { addressText as text, addressWarnings } from '@/lib/text/account/api-address';

interface ConfirmAddressProps {
  address: Extract<AddressJudgement, { kind: 'other' }>;
  confirmed: boolean;
  onConfirm: (confirmed: boolean) => void;
  /** Absent where the address is not for choosing. */
  onUseProduction?: () => void;
}

/** Beside the password: where it would go if that is not the service's own address. */
export function ConfirmAddress({
  address,
  confirmed,
  onConfirm,
  onUseProduction,
}: ConfirmAddressProps) {
  const { baseUrl, host, warning } = address;
  const start = baseUrl.indexOf('//') + 2;
  return (
    <div class="pb-address" role="group" aria-label={text.about}>
      <p>{text.goesTo}</p>
      <p class="address">
        {baseUrl.slice(0, start)}
        <strong>{host}</strong>
        {baseUrl.slice(start + host.length)}
      </p>
      {warning && (
        <Notice kind="warning">
          <strong>{addressWarnings[warning].sentence}</strong>
          <span>{addressWarnings[warning].next}</span>
        </Notice>
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
          {text.confirm} <strong>{host}</strong>
        </span>
      </label>
      {onUseProduction && <Button onClick={onUseProduction}>{text.useProduction}</Button>}
    </div>
  );
}

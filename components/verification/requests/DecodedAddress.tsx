import type { Finding } from '@/lib/core/base/finding';
import {
  type AddressParameter,
  type AddressPiece,
  addressParts,
} from '@/lib/core/verification/address-parts';
import { findingSentence } from '@/lib/text/findings';
import { parameterMeaning } from '@/lib/text/verification/requests/parameters';
import { requestDetailsText as text } from '@/lib/text/verification/requests/request-details';

import { byGravity, SeverityBadge } from '../Badges';

interface DecodedAddressProps {
  address: string;
  findings: readonly Finding[];
}

/** The address taken apart: each parameter decoded and explained, and what is wrong marked where it stands. */
export function DecodedAddress({ address, findings }: DecodedAddressProps) {
  const parts = addressParts(address, findings);
  return (
    <dl class="pb-decoded">
      <div>
        <dt>{text.host}</dt>
        <dd class="pb-mono">
          <Pieces pieces={parts.address} />
        </dd>
      </div>
      {parts.parameters.map((parameter, index) => (
        <Parameter key={index} parameter={parameter} />
      ))}
      {parts.fragment && (
        <div>
          <dt>{text.fragment}</dt>
          <dd class="pb-mono">
            <Pieces pieces={parts.fragment} />
          </dd>
          <dd class="pb-muted pb-small">{text.fragmentMeaning}</dd>
        </div>
      )}
      {parts.parameters.length === 0 && (
        <div>
          <dt />
          <dd class="pb-muted">{text.noParameters}</dd>
        </div>
      )}
    </dl>
  );
}

function Parameter({ parameter }: { parameter: AddressParameter }) {
  const { name, value, sent, findings } = parameter;
  const asSent = sent.map((piece) => piece.text).join('');
  return (
    <div>
      <dt class="pb-mono">{name}</dt>
      <dd class="pb-mono">
        {value === null || value === '' ? (
          <span class="pb-muted">{text.noValue}</span>
        ) : value === asSent ? (
          <Pieces pieces={sent} />
        ) : (
          value
        )}
      </dd>
      {value !== null && value !== asSent && (
        <dd class="pb-mono pb-muted">
          {text.sent} <Pieces pieces={sent} />
        </dd>
      )}
      {byGravity(findings).map((finding) => (
        <dd key={finding.code}>
          <SeverityBadge severity={finding.severity} /> {findingSentence(finding)}
        </dd>
      ))}
      <dd class="pb-muted pb-small">{parameterMeaning(name)}</dd>
    </div>
  );
}

const MARKS = { error: 'fail', warning: 'warning', info: 'info' };

function Pieces({ pieces }: { pieces: readonly AddressPiece[] }) {
  return (
    <>
      {pieces.map(({ text: piece, findings }, index) => {
        const [gravest] = byGravity(findings);
        if (!gravest) return piece;
        return (
          <mark
            key={index}
            class={MARKS[gravest.severity]}
            title={byGravity(findings).map(findingSentence).join(' ')}
          >
            {piece}
          </mark>
        );
      })}
    </>
  );
}

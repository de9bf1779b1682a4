import { X } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { RuleLink } from '@/components/rules/RuleLink';
import { IconButton } from '@/components/ui/Button';
import type { Finding } from '@/lib/core/base/finding';
import { entryOf } from '@/lib/core/rules/entry';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import { say } from '@/lib/text/findings';
import { requestDetailsText } from '@/lib/text/verification/requests/request-details';
import { verificationText as text } from '@/lib/text/verification/verification';

import { byGravity, SeverityBadge } from './Badges';
import { Facts } from '@/components/ui/Facts';
import { LookUp } from './LookUp';
import { DecodedAddress } from './requests/DecodedAddress';
import { RedirectChain } from './requests/RedirectChain';
import { RequestActions } from './requests/RequestActions';
import { originOf, timingOf } from './requests/row-as-text';
import { RequestNote } from './RunSection';
import type { VerificationModel } from './verification-model';

interface RequestDetailsProps {
  row: CheckedRequest;
  model: VerificationModel;
  /** Opens a tracker where it can be changed. */
  onTracker: ((id: number) => void) | undefined;
}

/** Everything about the selected request. Its URL is text, never a link: a call would be billed. */
export function RequestDetails({ row, model, onTracker }: RequestDetailsProps) {
  const { trackerId, request, findings } = row;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (model.takeDetailsTurn()) heading.current?.focus();
  }, [model.toDetails.value]);
  return (
    <section
      class="pb-verification-details"
      aria-label={text.details}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        model.backToRow();
      }}
    >
      <div class="pb-row pb-spread">
        <h2 ref={heading} class="pb-clip" tabIndex={-1} data-focus>
          {trackerId === null ? text.noId : model.nameOf(trackerId)}
        </h2>
        <IconButton icon={X} label={text.closeDetails} onClick={() => void model.closeDetails()} />
      </div>
      <RequestActions row={row} model={model} onTracker={onTracker} />
      <h3>{text.columns.findings}</h3>
      {findings.length === 0 ? (
        <p class="pb-muted">{text.noFindings}</p>
      ) : (
        <ul class="pb-findings">
          {byGravity(findings).map((finding) => (
            <Remark key={finding.code} finding={finding} />
          ))}
        </ul>
      )}
      {trackerId !== null && model.unknownIds.value.includes(trackerId) && <LookUp model={model} />}
      <RequestNote model={model} requestKey={row.request.key} />
      <h3>{requestDetailsText.address}</h3>
      <DecodedAddress address={request.url.raw} findings={findings} />
      <h3>{requestDetailsText.chain}</h3>
      <RedirectChain
        rows={model.checked.value.rows}
        row={row}
        onSelect={(key) => (model.selectedKey.value = key)}
      />
      <h3>{requestDetailsText.timing}</h3>
      <Facts facts={timingOf(row)} />
      <h3>{requestDetailsText.from}</h3>
      <Facts facts={[...originOf(row), [text.address, request.url.raw]]} />
    </section>
  );
}

function Remark({ finding }: { finding: Finding }) {
  const { sentence, next } = say(finding);
  return (
    <li>
      <p>
        <SeverityBadge severity={finding.severity} /> <strong>{sentence}</strong>
      </p>
      <p>
        <span class="pb-muted">{text.why}</span> {entryOf(finding.code)?.why}
      </p>
      <p>
        <span class="pb-muted">{text.next}</span> {next} <RuleLink code={finding.code} />
      </p>
    </li>
  );
}

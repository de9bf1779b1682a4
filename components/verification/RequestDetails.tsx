import { ListPlus, X } from 'lucide';

import { RuleLink } from '@/components/rules/RuleLink';
import { Button, IconButton } from '@/components/ui/Button';
import { parametersOf } from '@/lib/core/pixel/pixel-url';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import type { Finding } from '@/lib/core/base/finding';
import { entryOf } from '@/lib/core/rules/entry';
import { prerenderedAs } from '@/lib/core/verification/prerendered-as';
import { say } from '@/lib/text/findings';
import { prerenderedText } from '@/lib/text/prerendered';
import {
  formatTime,
  loaderText,
  statusText,
  verificationText as text,
  viewName,
} from '@/lib/text/verification';

import { LookUp } from './LookUp';
import { byGravity, SeverityBadge } from './Badges';
import { type Fact, Facts } from './Facts';
import type { VerificationModel } from './verification-model';

interface RequestDetailsProps {
  row: CheckedRequest;
  model: VerificationModel;
}

/** Everything about the selected request. Its URL is text, never a link: a call would be billed. */
export function RequestDetails({ row, model }: RequestDetailsProps) {
  const { trackerId } = row;
  const offered = trackerId !== null && model.seenIds.value.includes(trackerId);
  return (
    <section class="pb-verification-details" aria-label={text.details}>
      <div class="pb-row pb-spread">
        <h2 class="pb-clip">{trackerId === null ? text.noId : model.nameOf(trackerId)}</h2>
        <IconButton
          icon={X}
          label={text.closeDetails}
          onClick={() => (model.selectedKey.value = null)}
        />
      </div>
      {offered && (
        <Button
          icon={ListPlus}
          onClick={() =>
            void model.expect([...(model.verification.value?.expectedIds ?? []), trackerId])
          }
        >
          {text.expectThis}
        </Button>
      )}
      <h3>{text.columns.findings}</h3>
      {row.findings.length === 0 ? (
        <p class="pb-muted">{text.noFindings}</p>
      ) : (
        <ul class="pb-findings">
          {byGravity(row.findings).map((finding) => (
            <Remark key={finding.code} finding={finding} />
          ))}
        </ul>
      )}
      {trackerId !== null && model.unknownIds.value.includes(trackerId) && <LookUp model={model} />}
      <h3>{text.parameters}</h3>
      <Facts facts={parametersOf(row.request.url).map(({ name, value }) => [name, value])} mono />
      <h3>{text.request}</h3>
      <Facts facts={factsOf(row)} />
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

function factsOf(row: CheckedRequest): readonly Fact[] {
  const { request, pageView } = row;
  const prerendered = prerenderedAs(row);
  const { error, frameUrl, loader, duration, redirectUrl } = request;
  const facts: (readonly [string, string | null])[] = [
    [text.columns.time, formatTime(request.startedAt, true)],
    [text.columns.status, error ? `${statusText(request)} (${error})` : statusText(request)],
    [text.page, pageView ? pageView.url || viewName(pageView) : text.notKnown],
    [prerenderedText.label, prerendered && prerenderedText.as[prerendered]],
    [text.columns.frame, frameUrl ?? text.notKnown],
    [text.loadedBy, loader === null ? text.notKnown : loaderText[loader]],
    [text.method, request.method],
    [text.duration, duration === null ? null : text.milliseconds(duration)],
    [text.redirectsTo, redirectUrl],
    [text.address, request.url.raw],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

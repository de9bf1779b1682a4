import { CircleCheck } from 'lucide';

import { Icon } from '@/components/ui/Icon';
import { parametersOf } from '@/lib/core/pixel/pixel-url';
import type { CheckedRequest } from '@/lib/core/verification/check-requests';
import { findingSentence } from '@/lib/text/findings';
import {
  formatTime,
  shortUrl,
  statusText,
  typeText,
  verificationText as text,
} from '@/lib/text/verification';

import { byGravity, SeverityBadge } from './Badges';

/** The cells of one request. */
export function RequestCells({ row }: { row: CheckedRequest }) {
  const { request, tracker, trackerId } = row;
  const parameters = parametersOf(request.url)
    .filter(({ name }) => name !== 'id' && name !== 't')
    .map(({ name, value }) => `${name}=${value}`)
    .join('  ');
  const frame = frameText(row);
  return (
    <>
      <span role="gridcell" class="pb-cell time pb-mono">
        {formatTime(request.startedAt, true)}
      </span>
      <span role="gridcell" class="pb-cell tracker pb-clip" title={tracker?.name}>
        {tracker && <strong>{tracker.name} </strong>}
        <span class={tracker ? 'pb-muted' : ''}>{trackerId ?? request.url.id ?? text.noId}</span>
      </span>
      <span role="gridcell" class="pb-cell type pb-clip">
        {typeText(request.url.t)}
      </span>
      <span role="gridcell" class="pb-cell parameters pb-clip pb-mono" title={parameters}>
        {parameters}
      </span>
      <span role="gridcell" class="pb-cell status pb-clip" title={request.error ?? undefined}>
        {statusText(request)}
      </span>
      <span role="gridcell" class="pb-cell frame pb-clip" title={request.frameUrl ?? undefined}>
        {frame}
      </span>
      <span role="gridcell" class="pb-cell findings pb-clip">
        <Remarks row={row} />
      </span>
    </>
  );
}

function Remarks({ row }: { row: CheckedRequest }) {
  const [first, ...others] = byGravity(row.findings);
  if (!first) {
    return (
      <span class="pb-badge pass">
        <Icon of={CircleCheck} size={12} />
        {row.isRedirectHop ? text.redirectHop : text.fine}
      </span>
    );
  }
  const sentence = findingSentence(first);
  return (
    <>
      <SeverityBadge severity={first.severity} />
      <span class="pb-clip" title={sentence}>
        {sentence}
      </span>
      {others.length > 0 && <span class="pb-muted pb-nowrap">{text.more(others.length)}</span>}
    </>
  );
}

function frameText({ request, pageView }: CheckedRequest): string {
  if (request.frameUrl === null) return text.notKnown;
  return pageView && withoutFragment(pageView.url) === withoutFragment(request.frameUrl)
    ? text.top
    : shortUrl(request.frameUrl);
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

import { CircleCheck } from 'lucide';

import { Icon } from '@/components/ui/Icon';
import { MiddleClip } from '@/components/ui/MiddleClip';
import { parametersOf } from '@/lib/core/pixel/pixel-url';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import { findingSentence } from '@/lib/text/findings';
import { prerenderedText } from '@/lib/text/prerendered';
import {
  formatTime,
  viewName,
  shortUrl,
  statusText,
  typeText,
  verdictText,
  verificationText as text,
} from '@/lib/text/verification';

import { byGravity, SeverityBadge } from './Badges';

interface RequestCellsProps {
  row: CheckedRequest;
  /** The first of its page view: here the view is named. */
  beginsView: boolean;
}

/** The cells of one request. */
export function RequestCells({ row, beginsView }: RequestCellsProps) {
  const { request, tracker, trackerId } = row;
  const parameters = parametersOf(request.url)
    .filter(({ name }) => name !== 'id' && name !== 't')
    .map(({ name, value }) => `${name}=${value}`)
    .join('  ');
  const frame = frameText(row, beginsView);
  return (
    <>
      <span role="gridcell" class="pb-cell time pb-mono">
        {formatTime(request.startedAt, true)}
      </span>
      <span role="gridcell" class="pb-cell id pb-clip pb-mono">
        {trackerId ?? request.url.id ?? text.noId}
      </span>
      <span role="gridcell" class="pb-cell tracker">
        {tracker ? (
          <MiddleClip text={tracker.name} />
        ) : (
          <span class="pb-clip pb-muted">{text.unnamed}</span>
        )}
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
        {row.request.prerendered && <span class="pb-muted pb-nowrap">{prerenderedText.mark}</span>}
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
        {row.isRedirectHop ? text.redirectHop : verdictText.pass}
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

function frameText({ request, pageView }: CheckedRequest, beginsView: boolean): string {
  const page = pageView && beginsView ? viewName(pageView) : null;
  const { frameUrl } = request;
  if (frameUrl === null) return page ?? text.notKnown;
  const isTop = pageView && withoutFragment(pageView.url) === withoutFragment(frameUrl);
  if (isTop) return page ?? text.top;
  return page === null ? shortUrl(frameUrl) : text.frameOn(shortUrl(frameUrl), page);
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

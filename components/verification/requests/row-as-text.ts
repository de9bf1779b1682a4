import { parametersOf } from '@/lib/core/pixel/pixel-url';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import { prerenderedAs } from '@/lib/core/verification/prerendered-as';
import { prerenderedText } from '@/lib/text/verification/requests/prerendered';
import { say, severityText } from '@/lib/text/findings';
import { requestDetailsText } from '@/lib/text/verification/requests/request-details';
import {
  formatTime,
  loaderText,
  statusText,
  verificationText as text,
  viewName,
} from '@/lib/text/verification/verification';

import type { Fact } from '@/components/ui/Facts';
import { byGravity } from '../Badges';

/** When a request began and ended, as far as it is known. */
export function timingOf({ request, pageView }: CheckedRequest): readonly Fact[] {
  const { startedAt, duration } = request;
  return [
    [requestDetailsText.began, formatTime(startedAt, true)],
    ...(pageView
      ? [[requestDetailsText.afterView, text.milliseconds(startedAt - pageView.startedAt)] as const]
      : []),
    [text.duration, duration === null ? text.notKnown : text.milliseconds(duration)],
    ...(duration === null
      ? []
      : [[requestDetailsText.ended, formatTime(startedAt + duration, true)] as const]),
  ];
}

/** How it ended, and what asked for it. */
export function originOf(row: CheckedRequest): readonly Fact[] {
  const { request, pageView } = row;
  const { error, frameUrl, loader, method } = request;
  const prerendered = prerenderedAs(row);
  return [
    [text.columns.status, error ? `${statusText(request)} (${error})` : statusText(request)],
    [text.page, pageView ? pageView.url || viewName(pageView) : text.notKnown],
    ...(prerendered ? [[prerenderedText.label, prerenderedText.as[prerendered]] as const] : []),
    [text.columns.frame, frameUrl ?? text.notKnown],
    [text.loadedBy, loader === null ? text.notKnown : loaderText[loader]],
    [text.method, method],
  ];
}

/** A request as plain text, to be put into a mail or a ticket. */
export function rowAsText(row: CheckedRequest): string {
  const { tracker, trackerId, request } = row;
  const name = tracker?.name ?? text.unnamed;
  const lines = [
    `${text.columns.tracker}: ${trackerId === null ? text.noId : `${trackerId} (${name})`}`,
    ...[...timingOf(row), ...originOf(row)].map(([label, value]) => `${label}: ${value}`),
    ...parametersOf(request.url).map(({ name: key, value }) => `${key} = ${value}`),
    ...byGravity(row.findings).map((finding) => {
      const { sentence, next } = say(finding);
      return `${severityText[finding.severity]}: ${sentence} ${next}`;
    }),
    `${text.address}: ${request.url.raw}`,
  ];
  return lines.map((line) => line.replace(/\s*[\r\n]+\s*/g, ' ')).join('\n');
}

/** What the Network panel is filtered by to show a request: its address without the scheme and what is behind `#`. */
export function networkFilter(address: string): string {
  return address.replace(/^\w+:\/\//, '').replace(/#.*$/s, '');
}

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';

import type { Failure } from '@/lib/core/base/errors';
import { errorText } from '@/lib/text/errors';

import { Icon } from './Icon';

type NoticeKind = 'info' | 'pass' | 'warning' | 'fail';

/** What an action has to tell: how it went, in a sentence. */
export interface Said {
  readonly kind: 'pass' | 'warning';
  readonly text: string;
}

const ICONS = { info: Info, pass: CircleCheck, warning: TriangleAlert, fail: CircleAlert };

/** A remark beside the work: what happened, and below it what to do. */
export function Notice({ kind, children }: { kind: NoticeKind; children: ComponentChildren }) {
  return (
    <div class={`pb-notice ${kind}`} role={kind === 'fail' ? 'alert' : 'status'}>
      <Icon of={ICONS[kind]} />
      <div class="pb-grow">{children}</div>
    </div>
  );
}

interface StatedNoticeProps {
  kind: NoticeKind;
  sentence: string;
  next: string;
  children?: ComponentChildren;
}

/** What happened in a sentence, and the next step. */
export function StatedNotice({ kind, sentence, next, children }: StatedNoticeProps) {
  return (
    <Notice kind={kind}>
      <strong>{sentence}</strong>
      <span>{next}</span>
      {children}
    </Notice>
  );
}

/** A failure in words: the sentence, the next step, and what the service said. */
export function FailureNotice({
  failure,
  children,
}: {
  failure: Failure;
  children?: ComponentChildren;
}) {
  const text = errorText(failure);
  return (
    <StatedNotice kind="fail" sentence={text.sentence} next={text.next}>
      {failure.detail && <p class="pb-small pb-muted">{text.detail}</p>}
      {children}
    </StatedNotice>
  );
}

/** A view with nothing in it: why, and what next. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="pb-empty">
      <strong>{title}</strong>
      {children}
    </div>
  );
}

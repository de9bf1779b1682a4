import type { ReadonlySignal } from '@preact/signals';

import type { SessionInfo } from '@/lib/core/account/session';
import { signInsText as text, whoseText } from '@/lib/text/account/sign-ins';

/** Whose data it is; `undefined` while that is not known. */
export type Whose = ReadonlySignal<SessionInfo | null | undefined>;

/** Whose recordings a panel shows. */
export function WhoseLine({ info }: { info: Whose['value'] }) {
  const words = whoseWords(info);
  return (
    <footer class="pb-whose pb-clip pb-muted" title={words}>
      {words}
    </footer>
  );
}

/** The same in words, for the panel's heading. */
export function whoseWords(info: Whose['value']): string {
  if (info === undefined) return '';
  return info ? text.recordings(whoseText(info)) : text.recordingsOfNobody;
}

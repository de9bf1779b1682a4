import { othersLeftText } from '@/lib/text/files';

import { Notice, StatedNotice } from './Notice';

interface FileRefusedProps {
  fileName: string;
  sentence: string;
  next: string;
}

/** Why a file is not taken, and what to do. */
export function FileRefused({ fileName, sentence, next }: FileRefusedProps) {
  return <StatedNotice kind="fail" sentence={`${fileName}: ${sentence}`} next={next} />;
}

/** That of several files that were dropped together the others were left. */
export function FilesLeft({ count }: { count: number }) {
  return count > 0 ? <Notice kind="warning">{othersLeftText(count)}</Notice> : null;
}

interface FileProgressProps {
  text: string;
  /** `null` while nobody can say how far it is. */
  progress: { readonly done: number; readonly total: number } | null;
}

/** How far the reading of a file is. */
export function FileProgress({ text, progress }: FileProgressProps) {
  return (
    <label>
      {text}
      <progress
        class="pb-progress"
        {...(progress && { value: progress.done, max: progress.total })}
      />
    </label>
  );
}

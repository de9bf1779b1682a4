import { Notice } from './Notice';

interface FileRefusedProps {
  fileName: string;
  sentence: string;
  next: string;
}

/** Why a file is not taken, and what to do. */
export function FileRefused({ fileName, sentence, next }: FileRefusedProps) {
  return (
    <Notice kind="fail">
      <strong>
        {fileName}: {sentence}
      </strong>
      <span>{next}</span>
    </Notice>
  );
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

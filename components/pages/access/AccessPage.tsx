import { useRef, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Empty, Notice } from '@/components/ui/Notice';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import type { AccessAnswer } from '@/lib/core/recording/access-answer';
import { accessText } from '@/lib/text/verification/access';
import { type AccessWords, accessWindowText as text } from '@/lib/text/pages/access-window';

interface AccessPageProps {
  /** What is said of what is asked for; `null` where nobody asked for anything. */
  words: AccessWords | null;
  /** Has the browser ask: called in the click itself. */
  onAsk: () => Promise<AccessAnswer>;
  onClose: () => void;
}

/** Says what is asked for, why, and what comes of it, and has the browser ask. */
export function AccessPage({ words, onAsk, onClose }: AccessPageProps) {
  const box = useRef<HTMLElement>(null);
  useKeptFocus(box);
  const [isAsking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<AccessAnswer | null>(null);
  const ask = () => {
    // Nothing is awaited before it, so that the browser knows the click.
    const asked = onAsk();
    setAsking(true);
    setAnswer(null);
    void asked.then((given) => {
      setAnswer(given);
      setAsking(false);
    });
  };
  if (words === null) {
    return (
      <main ref={box} class="pb-app pb-access-page">
        <Empty title={text.nothing}>
          <span>{text.nothingNext}</span>
        </Empty>
      </main>
    );
  }
  return (
    <main ref={box} class="pb-app pb-access-page pb-stack" aria-busy={isAsking}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <ul>
        {words.told.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{words.asksFor}</p>
      <ul>
        {words.needs.map(({ name, why }) => (
          <li key={name}>
            <strong>{name}</strong>, {why}
          </li>
        ))}
      </ul>
      <p class="pb-small pb-muted">{words.bound}</p>
      {answer && <Answer answer={answer} words={words.answers[answer.answer]} />}
      <div class="pb-row">
        {!answer?.answer.startsWith('allowed') && (
          <Button kind="primary" disabled={isAsking || !words.canAsk} onClick={ask}>
            {isAsking ? text.asking : text.ask}
          </Button>
        )}
        <Button onClick={onClose}>{text.close}</Button>
      </div>
    </main>
  );
}

const KINDS = {
  allowed: 'pass',
  'allowed-later': 'warning',
  refused: 'info',
  forbidden: 'warning',
  failed: 'fail',
} as const;

interface AnswerProps {
  answer: AccessAnswer;
  words: { sentence: string; next: string };
}

function Answer({ answer: { answer, detail }, words: { sentence, next } }: AnswerProps) {
  return (
    <Notice kind={KINDS[answer]}>
      <strong>{sentence}</strong> <span>{next}</span>
      {detail !== null && <p class="pb-small pb-muted">{accessText.detail(detail)}</p>}
    </Notice>
  );
}

import { useRef, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Empty, Notice } from '@/components/ui/Notice';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import type { AccessAnswer } from '@/lib/core/recording/access-answer';
import { hostOfSite, patternOf } from '@/lib/core/recording/sites-to-allow';
import { accessText as text } from '@/lib/text/verification/access';

interface AccessPageProps {
  /** The site that is tested, and those of its frames. */
  sites: readonly string[];
  isFirefox: boolean;
  /** Has the browser ask: called in the click itself. */
  onAsk: () => Promise<AccessAnswer>;
  onClose: () => void;
}

/** Says what is seen of a site once it is allowed and which hosts that takes, and has the browser ask for them. */
export function AccessPage({ sites, isFirefox, onAsk, onClose }: AccessPageProps) {
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
  const [page] = sites;
  if (page === undefined) {
    return (
      <main ref={box} class="pb-app pb-access-page">
        <Empty title={text.noSite}>
          <span>{text.noSiteNext}</span>
        </Empty>
      </main>
    );
  }
  const canAsk = sites.some((site) => patternOf(site) !== null);
  return (
    <main ref={box} class="pb-app pb-access-page pb-stack" aria-busy={isAsking}>
      <h1>{text.title(page)}</h1>
      <p>{text.lead}</p>
      <ul>
        {[...text.told, ...(isFirefox ? [text.toldInFirefox] : [])].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{text.asksFor}</p>
      <ul>
        {sites.map((site) => (
          <li key={site}>
            <strong>{hostOfSite(site)}</strong>,{' '}
            {patternOf(site) === null ? text.notAsked : site === page ? text.isPage : text.isFrame}
          </li>
        ))}
        <li>
          <strong>{text.service}</strong>, {text.isService}
        </li>
      </ul>
      <p class="pb-small pb-muted">{text.bound}</p>
      {answer && <Answer answer={answer} />}
      <div class="pb-row">
        {!answer?.answer.startsWith('allowed') && (
          <Button kind="primary" disabled={isAsking || !canAsk} onClick={ask}>
            {isAsking ? text.asking : text.ask}
          </Button>
        )}
        <Button onClick={onClose}>{text.close}</Button>
      </div>
    </main>
  );
}

function Answer({ answer: { answer, detail } }: { answer: AccessAnswer }) {
  const { sentence, next } = text.answers[answer];
  const kinds = {
    allowed: 'pass',
    'allowed-later': 'warning',
    refused: 'info',
    forbidden: 'warning',
    failed: 'fail',
  } as const;
  return (
    <Notice kind={kinds[answer]}>
      <strong>{sentence}</strong> <span>{next}</span>
      {detail !== null && <p class="pb-small pb-muted">{text.detail(detail)}</p>}
    </Notice>
  );
}

import { useSignal } from '@preact/signals';

import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { type ConsentName, consentText as text } from '@/lib/text/pages/consent';

interface ConsentPageProps {
  /** What it is for; `null` where nobody asked. */
  name: ConsentName | null;
  /** Asks the browser, in the person's own click; gives whether it allowed it. */
  ask: (name: ConsentName) => Promise<boolean>;
}

/** Says what is asked for and why, and asks for it in the person's own click. */
export function ConsentPage({ name, ask }: ConsentPageProps) {
  const state = useSignal<'open' | 'allowed' | 'refused'>('open');
  if (name === null) {
    return (
      <main class="pb-app pb-consent pb-stack">
        <h1>{text.title}</h1>
        <Notice kind="info">
          {text.unknown} {text.unknownNext}
        </Notice>
      </main>
    );
  }
  const { name: heading, what, needs } = text.of[name];
  const press = async () => {
    state.value = (await ask(name)) ? 'allowed' : 'refused';
  };
  return (
    <main class="pb-app pb-consent pb-stack">
      <header class="pb-row">
        <img src="/icon/48.png" alt="" width={32} height={32} />
        <h1>{heading}</h1>
      </header>
      <p>{what}</p>
      <h2>{text.needs}</h2>
      <dl>
        {needs.map((need) => (
          <div key={need.name}>
            <dt>{need.name}</dt>
            <dd>{need.why}</dd>
          </div>
        ))}
      </dl>
      <p class="pb-muted">{text.takeBack}</p>
      <div>
        <Button kind="primary" disabled={state.value === 'allowed'} onClick={() => void press()}>
          {text.allow}
        </Button>
      </div>
      <div role="status">
        {state.value === 'allowed' && <Notice kind="pass">{text.allowed}</Notice>}
        {state.value === 'refused' && (
          <Notice kind="warning">
            <strong>{text.refused}</strong> {text.refusedNext}
          </Notice>
        )}
      </div>
    </main>
  );
}

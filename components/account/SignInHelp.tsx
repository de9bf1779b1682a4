import { useEffect, useRef } from 'preact/hooks';

import { signInHelpText as text } from '@/lib/text/account/first-run';

/** Help with signing in, always in sight as a line; `?` opens and closes it, except in a field with words. */
export function SignInHelp() {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { current } = details;
      if (event.key !== '?' || !current || isTypedInto(event.target)) return;
      event.preventDefault();
      current.open = !current.open;
      const summary = current.querySelector('summary');
      summary?.focus();
      if (current.open) current.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <details ref={details} class="pb-signin-help">
      <summary aria-keyshortcuts="?">
        {text.help} <kbd>?</kbd>
      </summary>
      <dl>
        {text.answers.map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function isTypedInto(target: EventTarget | null): boolean {
  // The first field has the focus from the start, and no name begins so.
  if (target instanceof HTMLInputElement && target.name === 'username') return target.value !== '';
  return (
    target instanceof Element && target.matches('input:not([type=checkbox]), textarea, select')
  );
}

import { useLayoutEffect, useRef } from 'preact/hooks';

import { Notice } from '@/components/ui/Notice';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { DIALECTS } from '@/lib/core/ad-server/dialects';
import { type Entry, ENTRIES, entryOf } from '@/lib/core/rules/entry';
import { gravityText, ruleKinds, rulesText as text } from '@/lib/text/rules';

/** Every rule in a list, and what there is to read about the one with this code. */
export function RulesView({ code }: { code: string | null }) {
  const entry = code === null ? null : entryOf(code);
  return (
    <div class="pb-rules">
      <nav class="pb-rules-list" aria-label={text.all}>
        <h1 tabIndex={-1} data-focus={code === null || undefined}>
          {text.title}
        </h1>
        <p class="pb-muted">{text.intro}</p>
        {ruleKinds.map(({ kind, title }) => (
          <section key={kind} aria-label={title}>
            <h2>{title}</h2>
            <ul>
              {ENTRIES.filter((it) => it.kind === kind).map((it) => (
                <li key={it.code}>
                  <a
                    href={`#/rules/${it.code}`}
                    aria-current={it.code === code ? 'page' : undefined}
                  >
                    {it.code}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <div class="pb-rules-entry">
        {entry && <RuleEntry entry={entry} />}
        {code === null && <p class="pb-muted">{text.choose}</p>}
        {code !== null && !entry && (
          <Notice kind="warning">
            <strong>{text.unknown(code)}</strong>
            {text.unknownNext}
          </Notice>
        )}
      </div>
    </div>
  );
}

function RuleEntry({ entry }: { entry: Entry }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { code, seen, why, next, bad, good, server } = entry;
  useLayoutEffect(() => {
    // In a list of many it may be far below; where list and entry scroll together, the entry is what is read.
    document.querySelector('.pb-rules-list [aria-current]')?.scrollIntoView({ block: 'nearest' });
    heading.current?.focus();
  }, [code]);
  const name = adServerById(server ?? null, DIALECTS)?.name;
  return (
    <article class="pb-stack" aria-label={code}>
      <h2 ref={heading} tabIndex={-1} data-focus>
        {code}
      </h2>
      <p class="pb-muted">{gravityText(entry)}</p>
      <p>{seen}</p>
      <h3>{text.why}</h3>
      <p>{why}</p>
      <h3>{text.next}</h3>
      <p>{next}</p>
      <h3>{text.bad}</h3>
      <Example of={bad} />
      <h3>{text.good}</h3>
      <Example of={good} />
      {name && <p class="pb-muted">{text.server(name)}</p>}
    </article>
  );
}

// Text, never a link: a call would be billed.
function Example({ of }: { of: string }) {
  return (
    <pre class="pb-rules-example">
      <code>{of}</code>
    </pre>
  );
}

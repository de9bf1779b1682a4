import { useRef } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { optionsText as text } from '@/lib/text/pages/options';

import { ButtonSection } from '@/components/options/ButtonSection';
import { ConsolesSection } from '@/components/options/ConsolesSection';
import { HostsSection } from '@/components/options/HostsSection';
import { PermissionsSection } from '@/components/options/PermissionsSection';
import { RecordingsSection } from '@/components/options/RecordingsSection';
import { ServersSection } from '@/components/options/ServersSection';
import type { OptionsModel } from '@/components/options/options-model';

const SECTIONS = ['consoles', 'servers', 'hosts', 'button', 'recordings', 'permissions'] as const;

/** The whole options page: consoles, one's own ad servers and hosts, the small button, recordings, permissions. */
export function OptionsApp({ model }: { model: OptionsModel }) {
  const data = model.data.value;
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);
  return (
    <div ref={page} class="pb-app pb-options-page">
      <header class="pb-row">
        <img src="/icon/48.png" alt="" width={32} height={32} />
        <h1>{text.title}</h1>
      </header>
      <nav aria-label={text.contents}>
        {SECTIONS.map((id) => (
          <a key={id} href={`#${id}`}>
            {text.sections[id]}
          </a>
        ))}
      </nav>
      <main class="pb-stack">
        {model.failure.value && <FailureNotice failure={model.failure.value} />}
        {!data && !model.failure.value && <p role="status">{text.loading}</p>}
        {data && !data.consoles.isApiGranted && (
          <Notice kind="warning">
            <strong>{text.apiWithheld}</strong>
            <p>{text.apiWithheldNext}</p>
            <Button onClick={() => model.attempt(() => model.actions.allowApi())}>
              {text.allow}
            </Button>
          </Notice>
        )}
        {data && (
          <>
            <ConsolesSection model={model} />
            <ServersSection model={model} profiles={data.profiles} />
            <HostsSection model={model} hosts={data.pixelHosts} />
            <ButtonSection model={model} dismissals={data.dismissals} />
            <RecordingsSection model={model} keeping={data.keeping} />
            <PermissionsSection model={model} />
          </>
        )}
      </main>
    </div>
  );
}

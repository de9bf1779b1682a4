import { Button } from '@/components/ui/Button';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { AD_SERVER_NOTES } from '@/lib/core/ad-server/notes';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { ownValue } from '@/lib/core/base/own-value';
import { hostOf } from '@/lib/core/base/host-pattern';
import { adServerById } from '@/lib/core/ad-server/lookup';
import type { ConsoleState } from '@/lib/core/console/console-state';
import { consoleStateText, optionsText as text } from '@/lib/text/pages/options';

interface ConsoleRowProps {
  name: string;
  hosts: readonly string[];
  state: ConsoleState;
  /** `null` for a site that is no known ad server's. */
  server: AdServer | null;
  onTurn: (isOn: boolean) => void;
}

const BADGES: Record<ConsoleState, string> = { on: 'active', off: '', withheld: 'warning' };

/** One console: its hosts, how sure they are, whether it is on, and the switch. */
export function ConsoleRow({ name, hosts, state, server, onTurn }: ConsoleRowProps) {
  return (
    <li>
      <div class="pb-row pb-spread">
        <div class="pb-grow">
          <strong>{name}</strong>{' '}
          <span class={`pb-badge ${BADGES[state]}`}>{consoleStateText[state]}</span>
          <div class="pb-hosts">
            {hosts.map((host) => (
              <code key={host}>{hostOf(host)}</code>
            ))}
          </div>
        </div>
        {state === 'withheld' && (
          <Button label={text.allowOf(name)} onClick={() => onTurn(true)}>
            {text.allow}
          </Button>
        )}
        {state === 'off' ? (
          <Button label={text.turnOnOf(name)} onClick={() => onTurn(true)}>
            {text.turnOn}
          </Button>
        ) : (
          <Button kind="quiet" label={text.turnOffOf(name)} onClick={() => onTurn(false)}>
            {text.turnOff}
          </Button>
        )}
      </div>
      {state === 'withheld' && <p class="pb-hint">{text.withheldNext}</p>}
      {server && <Doubt server={server} />}
    </li>
  );
}

// Where the address comes from, unless it is the ad server's own word or a person's.
function Doubt({ server }: { server: AdServer }) {
  const notes = ownValue(AD_SERVER_NOTES, server.id);
  const said = notes?.fields['hosts'] ?? '';
  const isOwn = adServerById(server.id, AD_SERVERS)?.hosts.join() !== server.hosts.join();
  if (!notes || isOwn || said.startsWith('documented')) return null;
  return (
    <details class="pb-small">
      <summary>
        <span class="pb-badge warning">{text.hostUnsure}</span>
      </summary>
      <p>{text.hostUnsureWhy(said || server.confidence)}</p>
      <p class="pb-muted">{text.sources}:</p>
      <ul>
        {notes.sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </details>
  );
}

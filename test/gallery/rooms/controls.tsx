import { Copy, Settings } from 'lucide';
import type { ComponentChildren } from 'preact';

import { Button, IconButton } from '@/components/ui/Button';
import { Check } from '@/components/ui/Check';
import { Choice } from '@/components/ui/Choice';
import { Combobox } from '@/components/ui/Combobox';
import { TextField } from '@/components/ui/Field';
import { MiddleClip } from '@/components/ui/MiddleClip';
import { Empty, FailureNotice, Notice } from '@/components/ui/Notice';

import { never, nothing, statesOf } from '../state';

const LONG = 'Spring campaign, always on, Kingsbridge Weather, front page 300x250 (second flight)';

function Part({ children }: { children: ComponentChildren }) {
  return <main class="pb-app part pb-stack">{children}</main>;
}

export const controls = statesOf('controls', {
  buttons: () => (
    <Part>
      {(['plain', 'primary', 'danger', 'quiet'] as const).map((kind) => (
        <div class="pb-row" key={kind}>
          <Button kind={kind} onClick={nothing}>
            Press
          </Button>
          <Button kind={kind} icon={Copy} onClick={nothing}>
            With a picture
          </Button>
          <Button kind={kind} disabled onClick={nothing}>
            Not now
          </Button>
        </div>
      ))}
      <IconButton icon={Settings} label="Settings" onClick={nothing} />
    </Part>
  ),
  fields: () => (
    <Part>
      <TextField label="Name" value="Spring" onInput={nothing} />
      <TextField label="Code" value="" placeholder="ABC-1" optional onInput={nothing} />
      <TextField label="API address" value="https://" hint="As in the browser." onInput={nothing} />
      <TextField label="Cost" value="ten" problem="A number is wanted." onInput={nothing} />
      <TextField label="Member" value="Tidewater Ads" disabled onInput={nothing} />
      <TextField
        label="Redirect"
        value={`https://${'long.'.repeat(40)}example`}
        mono
        onInput={nothing}
      />
    </Part>
  ),
  choices: () => (
    <Part>
      <Check label="With consent macros" checked onChange={nothing} hint="GDPR and US privacy." />
      <Check label="With cost" checked={false} disabled onChange={nothing} />
      <Choice
        label="Type"
        value="image"
        options={['image', 'javascript', 'url'].map((value) => ({ value, label: value }))}
        onChange={nothing}
      />
    </Part>
  ),
  'combobox-empty': () => (
    <Part>
      <Combobox label="Publisher" value={null} search={never} onChange={nothing} />
    </Part>
  ),
  'combobox-long-name': () => (
    <Part>
      <Combobox label="Tracker" value={{ id: 1, name: LONG }} search={never} onChange={nothing} />
    </Part>
  ),
  'combobox-problem': () => (
    <Part>
      <Combobox
        label="Line item"
        value={null}
        search={never}
        onChange={nothing}
        problem="Choose a line item."
      />
    </Part>
  ),
  notices: () => (
    <Part>
      <Notice kind="info">You may only read here.</Notice>
      <Notice kind="pass">Copied the image tag of Spring.</Notice>
      <Notice kind="warning">3 trackers cannot be read.</Notice>
      <FailureNotice failure={{ code: 'network', detail: null, retryAfterSeconds: null }} />
      <FailureNotice failure={{ code: 'rate-limited', detail: null, retryAfterSeconds: 42 }} />
      <FailureNotice
        failure={{ code: 'unexpected', detail: `no answer to ${LONG}`, retryAfterSeconds: null }}
      />
      <Empty title="No trackers yet">
        <span>Make the first one.</span>
      </Empty>
    </Part>
  ),
  'long-names': () => (
    <Part>
      <MiddleClip text={LONG} />
      <MiddleClip text="Short" />
      <MiddleClip text={'広告'.repeat(60)} />
      <MiddleClip text={'a'.repeat(300)} />
    </Part>
  ),
});

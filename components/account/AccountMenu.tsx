import { Check, ChevronDown } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { Icon } from '@/components/ui/Icon';
import { rowByKey } from '@/components/ui/row-keys';
import { useLeft } from '@/components/ui/use-left';
import type { Lifetime } from '@/lib/core/account/lifetime';
import type { SessionInfo } from '@/lib/core/account/session';
import { environmentOf, type SignInState } from '@/lib/core/account/sign-in';
import { signInsText as text, whoseText } from '@/lib/text/account/sign-ins';

import { useMinutesLeft } from './use-minutes-left';

interface AccountMenuProps {
  session: SessionInfo;
  signIns: readonly SignInState[];
  /** Of a session that a person has to see to; `null` where nothing is to be said of its end. */
  ending: Lifetime | null;
  onSwitch: (account: string) => void;
  onStay: () => void;
  onAgain: () => void;
  onManage: () => void;
}

const ITEMS = '[role^=menuitem]';

/** Whose data is shown, and a menu to switch to another. Near its end a session says so in the same place. */
export function AccountMenu(props: AccountMenuProps) {
  const { session, ending } = props;
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const left = useMinutesLeft(ending);
  const whose = whoseText(session);

  useLayoutEffect(() => {
    if (isOpen) focusItem(box.current, '[aria-checked=true]');
  }, [isOpen]);
  const leaving = useLeft(box, isOpen, () => setOpen(false));

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const act = (run: () => void) => () => {
    close();
    run();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
      return;
    }
    const items = itemsIn(box.current);
    const current = items.findIndex((item) => item === document.activeElement);
    const next = rowByKey(event.key, { current, count: items.length, pageSize: items.length });
    if (next === null) return;
    event.preventDefault();
    items[next]?.focus();
  };
  return (
    <div ref={box} class="pb-account pb-grow">
      <button
        ref={button}
        type="button"
        class={`pb-button quiet pb-account-button ${left ? 'ending' : ''}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        title={left ? text.ends(left.minutes, left.why) : whose}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="pb-clip">{left ? `${text.endsIn(left.minutes)} · ${whose}` : whose}</span>
        <Icon of={ChevronDown} size={14} />
      </button>
      <span class="pb-hidden" aria-live="polite">
        {left && text.ends(left.minutes, left.why)}
      </span>
      {isOpen && (
        <div class="pb-menu" role="menu" aria-label={text.menuName} onKeyDown={onKey} {...leaving}>
          {left && (
            <Item onClick={act(left.why === 'idle' ? props.onStay : props.onAgain)}>
              {left.why === 'idle' ? text.stay : text.again}
            </Item>
          )}
          {props.signIns.map((one) => (
            <Item
              key={one.account}
              isChecked={one.isChosen}
              onClick={act(() => {
                if (!one.isChosen) props.onSwitch(one.account);
              })}
            >
              <SignInWords of={one} />
            </Item>
          ))}
          <Item onClick={act(props.onManage)}>{text.manage}</Item>
        </div>
      )}
    </div>
  );
}

interface ItemProps {
  isChecked?: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

function Item({ isChecked, onClick, children }: ItemProps) {
  const role = isChecked === undefined ? 'menuitem' : 'menuitemradio';
  return (
    <button type="button" role={role} aria-checked={isChecked} tabIndex={-1} onClick={onClick}>
      <span class="mark">{isChecked && <Icon of={Check} size={14} />}</span>
      {children}
    </button>
  );
}

/** Member and user of a sign-in, and what is special about it. */
export function SignInWords({ of }: { of: SignInState }) {
  const { info, key, isSignedIn } = of;
  const facts = [
    info.username,
    environmentOf(info),
    key && text.byKey,
    info.readOnly && text.readOnly,
    !info.trackersEnabled && text.noTrackers,
    !isSignedIn && text.signedOut,
  ].filter(Boolean);
  return (
    <span class="pb-who">
      <strong class="pb-clip">{info.memberName}</strong>
      <span class="pb-muted pb-small pb-clip">{facts.join(' · ')}</span>
    </span>
  );
}

function itemsIn(box: HTMLElement | null): readonly HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
}

function focusItem(box: HTMLElement | null, first: string): void {
  (box?.querySelector<HTMLElement>(first) ?? itemsIn(box)[0])?.focus();
}

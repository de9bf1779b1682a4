import ComboboxNav from '@github/combobox-nav';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { uiText } from '@/lib/text/ui';

import { Field } from './Field';
import { MiddleClip } from './MiddleClip';

export interface ComboboxOption {
  readonly id: number | string;
  readonly name: string;
  /** Small print beside the name. */
  readonly note?: string;
}

interface ComboboxProps<T extends ComboboxOption> {
  label: string;
  value: T | null;
  /** Asked as the person types; the empty string asks for what to offer first. */
  search: (text: string) => Promise<readonly T[]>;
  onChange: (value: T | null) => void;
  placeholder?: string;
  optional?: boolean;
  disabled?: boolean;
  hint?: ComponentChildren;
  problem?: string | null;
  /** A second line below an option's name, where that does not tell it from others. */
  detail?: (option: T) => ComponentChildren;
}

type Found<T> =
  | { state: 'loading' }
  | { state: 'failed' }
  | { state: 'done'; options: readonly T[] };

const TYPING_PAUSE_MS = 150;
/** Longer than a page that takes the focus from a frame of ours can keep it. */
const BLUR_PAUSE_MS = 200;

/** A text field that offers what it finds (WAI-ARIA combobox with a listbox). */
export function Combobox<T extends ComboboxOption>(props: ComboboxProps<T>) {
  const { label, value, search, onChange, disabled = false, optional = false } = props;
  const [text, setText] = useState<string | null>(null);
  const [found, setFound] = useState<Found<T>>({ state: 'loading' });
  const [isActive, setIsActive] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const open = text !== null;

  useEffect(() => {
    if (!open) return;
    let current = true;
    setFound((before) => (before.state === 'done' ? before : { state: 'loading' }));
    const timer = setTimeout(
      () => {
        search(text).then(
          (options) => current && setFound({ state: 'done', options }),
          () => current && setFound({ state: 'failed' }),
        );
      },
      text === '' ? 0 : TYPING_PAUSE_MS,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [open, text, search]);

  // Before the options are painted: Enter must find the first one chosen as soon as it is seen.
  // Not while the focus is elsewhere: it would be taken from there.
  useLayoutEffect(() => {
    if (!open || !isActive || !input.current || !list.current) return;
    const nav = new ComboboxNav(input.current, list.current, {
      firstOptionSelectionMode: 'selected',
    });
    nav.start();
    // Not `destroy`: it would take the role off an input that Preact believes still has it.
    return () => nav.stop();
  }, [open, found, isActive]);

  const close = () => {
    setText(null);
    setFound({ state: 'loading' });
  };
  // A document that loses the focus keeps what was typed for when it comes back, which is often at
  // once: a browser takes it off the control meanwhile.
  const closeIfLeft = () => {
    const root = input.current?.getRootNode();
    const active = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
    if (document.hasFocus() && active !== input.current) close();
  };
  useEffect(() => {
    if (!open) return;
    const onFocusIn = (event: Event) => {
      if (!event.composedPath().includes(input.current ?? window)) close();
    };
    document.addEventListener('focusin', onFocusIn);
    return () => document.removeEventListener('focusin', onFocusIn);
  }, [open]);
  const options = found.state === 'done' ? found.options : [];

  return (
    <Field
      label={label}
      optional={optional}
      hint={props.hint ?? null}
      problem={props.problem ?? null}
    >
      {({ id, describedBy }) => (
        <div class="pb-combobox">
          <input
            ref={input}
            id={id}
            class="pb-input"
            role="combobox"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-invalid={props.problem ? true : undefined}
            aria-describedby={describedBy}
            autocomplete="off"
            spellcheck={false}
            disabled={disabled}
            placeholder={props.placeholder ?? uiText.search}
            value={text ?? value?.name ?? ''}
            title={open ? undefined : value?.name}
            onClick={() => !open && setText('')}
            onFocus={(event) => {
              setIsActive(true);
              // What was being typed when the focus went is gone on with.
              if (!open) event.currentTarget.select();
            }}
            onInput={(event) => {
              const typed = event.currentTarget.value;
              // A window that is not in front tells of no focus.
              setIsActive(true);
              setText(typed);
              if (typed === '' && optional) onChange(null);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && open) {
                event.preventDefault();
                event.stopPropagation();
                close();
              } else if (event.key === 'ArrowDown' && !open) setText('');
            }}
            onBlur={({ relatedTarget }) => {
              setIsActive(false);
              if (relatedTarget) close();
              else setTimeout(closeIfLeft, BLUR_PAUSE_MS);
            }}
          />
          {!open && !disabled && value && (
            <span class="pb-combobox-value" aria-hidden="true">
              <MiddleClip text={value.name} />
            </span>
          )}
          <div
            ref={list}
            id={listId}
            role="listbox"
            aria-label={label}
            class="pb-options"
            hidden={!open}
            onMouseDown={(event) => event.preventDefault()}
            {...{
              'oncombobox-commit': (event: Event) => {
                const target = event.target instanceof HTMLElement ? event.target : null;
                const chosen = options.find((option) => String(option.id) === target?.dataset.id);
                if (chosen) onChange(chosen);
                close();
              },
            }}
          >
            {options.map((option) => (
              <div
                key={option.id}
                id={`${listId}-${option.id}`}
                role="option"
                aria-selected="false"
                data-id={option.id}
              >
                <span class="pb-row pb-spread">
                  <MiddleClip text={option.name} />
                  <span class="pb-muted pb-small">{option.note ?? option.id}</span>
                </span>
                {props.detail?.(option)}
              </div>
            ))}
            {found.state !== 'done' || options.length === 0 ? (
              <div role="option" aria-disabled="true" aria-selected="false" class="note">
                {found.state === 'loading' && uiText.searching}
                {found.state === 'failed' && uiText.searchFailed}
                {found.state === 'done' && uiText.nothingFound}
              </div>
            ) : null}
          </div>
        </div>
      )}
    </Field>
  );
}

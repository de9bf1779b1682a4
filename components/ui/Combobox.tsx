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

/** Whether it is where the focus is, or will be once its window has it. */
function isIn(input: HTMLInputElement): boolean {
  const root = input.getRootNode();
  return (root instanceof ShadowRoot ? root : document).activeElement === input;
}

/** A text field that offers what it finds (WAI-ARIA combobox with a listbox). */
export function Combobox<T extends ComboboxOption>(props: ComboboxProps<T>) {
  const { label, value, search, onChange, disabled = false, optional = false } = props;
  const [text, setText] = useState<string | null>(null);
  const [found, setFound] = useState<Found<T>>({ state: 'loading' });
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
  // Where the focus is elsewhere by then, none is: to choose one takes the focus.
  useLayoutEffect(() => {
    if (!open || !input.current || !list.current) return;
    const nav = new ComboboxNav(input.current, list.current, {
      firstOptionSelectionMode: isIn(input.current) ? 'selected' : 'none',
    });
    nav.start();
    // Not `destroy`: it would take the role off an input that Preact believes still has it.
    return () => nav.stop();
  }, [open, found]);

  const close = () => {
    setText(null);
    setFound({ state: 'loading' });
  };
  // A document that loses the focus keeps what was typed for when it comes back, which is often at
  // once: a browser takes it off the control meanwhile.
  const closeIfLeft = () =>
    setTimeout(() => {
      if (document.hasFocus() && input.current && !isIn(input.current)) close();
    }, BLUR_PAUSE_MS);
  useEffect(() => {
    if (!open) return;
    const onFocusIn = (event: Event) => {
      if (!event.composedPath().includes(input.current ?? window)) close();
    };
    document.addEventListener('focusin', onFocusIn);
    window.addEventListener('focus', closeIfLeft);
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      window.removeEventListener('focus', closeIfLeft);
    };
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
              // What was being typed when the focus went is gone on with.
              if (!open) event.currentTarget.select();
            }}
            onInput={(event) => {
              const typed = event.currentTarget.value;
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
              if (relatedTarget) close();
              else closeIfLeft();
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
            onMouseDown={(event) => {
              event.preventDefault();
              input.current?.focus();
            }}
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

/**
 * A key that is held down while it closes the builder goes on in the page, where the focus is then: it
 * would send the form off, or fill the field with lines. Its repeats are nobody's until it is let go.
 */
export function swallowRepeats(): void {
  const done = new AbortController();
  const options = { capture: true, signal: done.signal };
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !event.repeat) return done.abort();
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    options,
  );
  for (const name of ['keyup', 'pointerdown']) {
    window.addEventListener(name, (event) => event.isTrusted && done.abort(), options);
  }
}

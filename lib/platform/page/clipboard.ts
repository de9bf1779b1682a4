/**
 * Copies text. Falls back to the old command where the page's policy closes the clipboard API, as
 * in cross-origin frames. `false` where neither is allowed.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand({ 'text/plain': text });
  }
}

/** Copies by the old command, of each kind its text. `false` where the browser does not allow it. */
export function copyByCommand(data: Readonly<Record<string, string>>): boolean {
  let copied = false;
  const onCopy = (event: ClipboardEvent) => {
    for (const [type, text] of Object.entries(data)) event.clipboardData?.setData(type, text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  // In front of the page's own listeners, which could put something else there.
  window.addEventListener('copy', onCopy, { capture: true });
  const done = document.execCommand('copy');
  window.removeEventListener('copy', onCopy, { capture: true });
  return done && copied;
}

/**
 * Copies text with nothing but the page's own rights; by the old command where its policy closes
 * the clipboard, as in cross-origin frames. `false` where neither is allowed.
 */
export async function copyText(text: string, document: Document): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text, document);
  }
}

function copyByCommand(text: string, document: Document): boolean {
  let copied = false;
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  // In front of every listener of the page, which could put something else there.
  window.addEventListener('copy', onCopy, { capture: true });
  const done = document.execCommand('copy');
  window.removeEventListener('copy', onCopy, { capture: true });
  return done && copied;
}

import { copyByCommand } from './clipboard';

/**
 * Copies a table as HTML, which spreadsheets prefer, and as text for everything else. `false` where
 * the browser does not allow it.
 */
export async function copyTable(html: string, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([text], { type: 'text/plain' }),
      }),
    ]);
    return true;
  } catch {
    return copyByCommand({ 'text/html': html, 'text/plain': text });
  }
}

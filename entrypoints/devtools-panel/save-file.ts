const TYPES = { json: 'application/json', csv: 'text/csv;charset=utf-8' };

/** Offers a text as a file to the person, and gives the file's name. */
export function saveFile(kind: 'json' | 'csv', text: string, startedAt: number): string {
  const stamp = new Date(startedAt).toISOString().slice(0, 19).replaceAll(':', '-');
  const name = `piggyback-${stamp}Z.${kind}`;
  // Excel reads a sheet as UTF-8 only after a byte order mark.
  const parts = kind === 'csv' ? ['\uFEFF', text] : [text];
  const url = URL.createObjectURL(new Blob(parts, { type: TYPES[kind] }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the content once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return name;
}

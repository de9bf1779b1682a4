const TEXT_TYPES = {
  json: 'application/json',
  har: 'application/json',
  csv: 'text/csv;charset=utf-8',
  html: 'text/html',
};

/** Offers content as a file of this name to the person. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the content once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Offers a text as a file of this name to the person. */
export function saveText(name: string, text: string, kind: keyof typeof TEXT_TYPES): void {
  saveFile(name, new Blob([text], { type: TEXT_TYPES[kind] }));
}

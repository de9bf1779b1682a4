/** The inline style of an element, as far as tags use it: values by name; `onChange` where one holds an address. */
export function styleOf(onChange: () => void): Record<string, unknown> {
  const values: Record<string, unknown> = { cssText: '' };
  const set = (name: string, value: unknown) => {
    values[name] = value;
    if (/url\(/i.test(String(value))) onChange();
    return true;
  };
  Object.assign(values, {
    setProperty: (name: unknown, value: unknown) => void set(String(name), value),
    getPropertyValue: (name: unknown) => values[String(name)] ?? '',
    removeProperty: (name: unknown) => void delete values[String(name)],
  });
  return new Proxy(values, { set: (_, name, value) => set(String(name), value) });
}

/** The addresses of a style, as CSS writes them again. */
export function loadsOfStyle(style: Record<string, unknown>): string {
  return Object.values(style)
    .flatMap((value) => (typeof value === 'string' ? (value.match(/url\([^)]*\)/gi) ?? []) : []))
    .map((url) => `background-image:${url}`)
    .join(';');
}

/** Whether the page says of itself that it is light or dark; `null` where it leaves that to the person. */
export function colorSchemeOf(): 'light' | 'dark' | null {
  const words = getComputedStyle(document.documentElement).colorScheme.split(/\s+/);
  const [light, dark] = [words.includes('light'), words.includes('dark')];
  if (light === dark) return null;
  return light ? 'light' : 'dark';
}

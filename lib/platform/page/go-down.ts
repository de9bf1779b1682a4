/** Goes down to the end of the page, step by step: many ads load only when they come into sight. Runs in the page. */
export function goDown(): void {
  const step = Math.max(200, window.innerHeight);
  const end = Math.min(document.documentElement.scrollHeight, 40 * step);
  for (let top = step; top < end; top += step) setTimeout(() => window.scrollTo(0, top), top / 20);
}

/** How much the page's own style enlarges what stands where this element does; 1 where it does not. */
export function zoomOf(host: Element): number {
  return Number(Reflect.get(host.parentElement ?? host, 'currentCSSZoom')) || 1;
}

/**
 * Properties that a page set before the element was defined lie on the object itself and hide the
 * class's own; this sets them again, so that they arrive.
 */
export function upgradeProperties(element: HTMLElement): void {
  for (const name of Object.keys(element)) {
    if (!(name in Object.getPrototypeOf(element))) continue;
    const value: unknown = Reflect.get(element, name);
    Reflect.deleteProperty(element, name);
    Reflect.set(element, name, value);
  }
}

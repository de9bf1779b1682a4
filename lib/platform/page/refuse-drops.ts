/**
 * Lets nothing be dragged into this page or out of it: what is dropped here is what another page said
 * it was, and what is dragged out another page may read.
 */
export function refuseDrops(): void {
  for (const name of ['dragstart', 'dragenter', 'dragover', 'drop']) {
    addEventListener(
      name,
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true },
    );
  }
}

/** A worker that says what a test wants. */
export class FakeWorker extends EventTarget {
  readonly asked: unknown[] = [];
  ended = 0;
  postMessage(message: unknown): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.ended += 1;
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
  }
}

import { define } from './scope';

/**
 * Follows what a tag has set for later, so that it is known when it has come to rest. Times are milliseconds as
 * `performance.now` tells them.
 */
export function followTimers(run: (code: string) => void) {
  const { setTimeout, setInterval, clearTimeout, performance } = globalThis;
  const due = new Map<number, number>();
  const follow =
    (plain: typeof setTimeout | typeof setInterval) =>
    (handler: unknown, delay: unknown = 0, ...args: unknown[]) => {
      const wait = Math.max(0, Number(delay) || 0);
      const call = () => {
        due.delete(id);
        if (typeof handler === 'function') Reflect.apply(handler, globalThis, args);
        else run(String(handler));
      };
      const id = Number(Reflect.apply(plain, globalThis, [call, wait]));
      due.set(id, performance.now() + wait);
      return id;
    };
  const clear = (id: unknown) => {
    due.delete(Number(id));
    Reflect.apply(clearTimeout, globalThis, [id]);
  };
  define(globalThis, {
    setTimeout: follow(setTimeout),
    setInterval: follow(setInterval),
    clearTimeout: clear,
    clearInterval: clear,
  });
  return {
    /** Whether something is to run before then. */
    isAnyBefore: (time: number) => [...due.values()].some((at) => at <= time),
  };
}

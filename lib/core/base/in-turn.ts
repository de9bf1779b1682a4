/** Does one thing after the other. One that fails is told to who asked for it, and keeps no other from its turn. */
export type InTurn = <T>(act: () => Promise<T>) => Promise<T>;

/** A queue of its own: each act begins once the one before has ended. */
export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const done = last.then(act);
    last = done.catch(() => {});
    return done;
  };
}

import type { ComponentChild } from 'preact';

/** One component in one state, as a person may meet it. */
export interface State {
  /** What it is and how it is, as in `trackers/list-empty`: its address in the gallery. */
  readonly name: string;
  readonly show: () => ComponentChild;
}

/** The states of one room, by what they are called in it. */
export function statesOf(
  room: string,
  states: Readonly<Record<string, () => ComponentChild>>,
): readonly State[] {
  return Object.entries(states).map(([name, show]) => ({ name: `${room}/${name}`, show }));
}

export const nothing = (): void => {};
export const never = (): Promise<never> => new Promise(() => {});

import { account } from './rooms/account';
import { controls } from './rooms/controls';
import { tags } from './rooms/tags';
import { trackers } from './rooms/trackers';
import type { State } from './state';

/** All there is to see in the gallery. */
export const STATES: readonly State[] = [...controls, ...account, ...trackers, ...tags];

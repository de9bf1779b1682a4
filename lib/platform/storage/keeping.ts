import { keepingOf } from '../../core/verification/keeping';
import { createKept } from './kept';

const kept = createKept('keeping', keepingOf);

/** How many recordings are kept, and how long. */
export const readKeeping = kept.read;
export const writeKeeping = kept.write;
export const onKeepingChange = kept.onChange;

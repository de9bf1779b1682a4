import { readListLayout } from '../../core/verification/list-layout';
import { createKept } from './kept';

const kept = createKept('requestList', readListLayout);

/** How the person has the list of requests: of the browser, whoever is signed in. */
export const readKeptLayout = kept.read;
/** Keeps it for the next opening. */
export const keepLayout = kept.write;

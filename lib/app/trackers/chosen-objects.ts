import { createInTurn } from '../../core/base/in-turn';
import {
  type ChosenBefore,
  ChosenBeforeSchema,
  chosenLast,
  noteChosen,
} from '../../core/tracker/chosen-before';
import { CHOSEN_KEY } from '../../core/tracker/draft-key';
import type { PickerQuery } from '../../core/tracker/picker';
import type { Database } from '../../store/database';
import { readDraft, writeDraft } from '../../store/drafts';

interface ChosenParts {
  readonly database: () => Promise<Database>;
  readonly account: () => Promise<string>;
}

export type ChosenObjects = ReturnType<typeof createChosenObjects>;

/** Remembers, for each account, what was chosen in the pickers of the tracker form. */
export function createChosenObjects({ database, account }: ChosenParts) {
  const inTurn = createInTurn();
  const read = async (): Promise<ChosenBefore> => {
    const kept = await readDraft(await database(), await account(), CHOSEN_KEY);
    return ChosenBeforeSchema.safeParse(kept).data ?? [];
  };
  return {
    /** The ids that were chosen last where a picker looks, newest first. */
    recent: async (query: PickerQuery) => chosenLast(await read(), query),
    /** One after another, so that of two choices none is lost. */
    note: (query: PickerQuery, id: number): Promise<void> =>
      inTurn(async () => {
        const next = noteChosen(await read(), query, id);
        await writeDraft(await database(), await account(), CHOSEN_KEY, next);
      }),
  };
}

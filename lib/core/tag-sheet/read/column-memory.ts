import { type MemoryOf, memorySchema } from '../../table/column-memory';
import { type ColumnChoice, ColumnChoiceSchema } from './column-choice';

/** Which columns of tag sheets were chosen by hand, by the titles of the sheet. */
export const ColumnMemorySchema = memorySchema(ColumnChoiceSchema);
export type ColumnMemory = MemoryOf<ColumnChoice>;

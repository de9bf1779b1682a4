import { z } from '../../core/base/schema';

const name = z.string().check(z.minLength(20), z.maxLength(100));

/** Names one opened builder; random, and known to the background and the builder alone. */
export const TokenSchema = name;

/** Names one act upon the field, so that it is done once, and what came of it can be asked for. */
export const ActIdSchema = name;

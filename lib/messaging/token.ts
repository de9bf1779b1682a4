import { z } from '../core/base/schema';

/** Names one opened builder; random, and known to the background and the builder alone. */
export const TokenSchema = z.string().check(z.minLength(20), z.maxLength(100));

/** Names one act upon the field, so that it is done once, and what came of it can be asked for. */
export const ActIdSchema = TokenSchema;

import { z } from '../core/base/schema';
import type { ApiClient } from './client';
import { IdSchema } from './imptracker-wire';

const KeySchema = z.object({
  id: IdSchema,
  name: z.string(),
  active: z.optional(z.nullable(z.boolean())),
  encoded_value: z.optional(z.unknown()),
});
const ListSchema = z.object({
  'public-keys': z.optional(z.nullable(z.array(z.unknown()))),
  'public-key': z.optional(z.unknown()),
});

/** A key that is registered for a user. */
interface RegisteredKey {
  readonly id: number;
  readonly name: string;
  /** The key itself, where the service tells it; `null` where not. */
  readonly publicKey: string | null;
}

/**
 * Registers a public key for a user, under a name by which a JWT then says which key signed it
 * (token-based API authentication, step 3). Needs the role of a network administrator. Where the answer is lost,
 * or another try is refused because the first one came off, this very key is looked for.
 */
export async function registerPublicKey(
  client: ApiClient,
  { userId, name, publicKey }: { userId: number; name: string; publicKey: string },
): Promise<void> {
  const key = { active: true, name, user_id: userId, encoded_value: publicKey };
  const query = { user_id: userId };
  try {
    await client({ method: 'POST', path: '/public-key', query, body: { 'public-key': key } });
  } catch (error) {
    const known = await listPublicKeys(client, userId).catch(() => []);
    const isThere = known.some(
      (one) => one.name === name && one.publicKey?.trim() === publicKey.trim(),
    );
    if (!isThere) throw error;
  }
}

/** Has the service take a key of this name no more. Returns whether there was one. */
export async function deactivatePublicKey(
  client: ApiClient,
  userId: number,
  name: string,
): Promise<boolean> {
  const mine = (await listPublicKeys(client, userId)).find((key) => key.name === name);
  if (!mine) return false;
  const query = { key_id: mine.id, user_id: userId };
  const body = { 'public-key': { active: false } };
  await client({ method: 'PUT', path: '/public-key', query, body });
  return true;
}

// The list's key is not documented: several, or the one.
async function listPublicKeys(
  client: ApiClient,
  userId: number,
): Promise<readonly RegisteredKey[]> {
  const envelope = await client({ method: 'GET', path: '/public-key', query: { user_id: userId } });
  const { 'public-keys': several, 'public-key': one } = ListSchema.safeParse(envelope).data ?? {};
  const rows = several ?? (Array.isArray(one) ? one : [one]);
  return rows.flatMap((row: unknown) => {
    const key = KeySchema.safeParse(row).data;
    return key && key.active !== false
      ? [{ id: key.id, name: key.name, publicKey: textOf(key.encoded_value) }]
      : [];
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

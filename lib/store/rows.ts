import { NO_ACCOUNT } from '../core/base/account';
import { z } from '../core/base/schema';

/** The version that rows are written in; every row on disk is of it, by the migrations, or newer. */
const ROW_VERSION = 1;

const KnownSchema = z.object({ v: z.literal(ROW_VERSION) });

/** Rows of a store as far as they can be read. The others are still there, and are counted. */
export interface Read<T> {
  readonly rows: readonly T[];
  readonly unreadable: number;
}

/** A value as a row of an account. */
export function toRow<T extends object>(account: string, value: T) {
  return { ...value, account, v: ROW_VERSION };
}

const OwnedSchema = z.object({ account: z.string() });

/** Whose a row is. */
export function ownerOf(row: unknown): string {
  return OwnedSchema.safeParse(row).data?.account ?? NO_ACCOUNT;
}

/** Whether a row is of the version that is read here. */
export function isKnownRow(row: unknown): boolean {
  return KnownSchema.safeParse(row).success;
}

/** What a row holds; `null` where it cannot be read: it is of a later version, or broken. */
export function readRow<T>(schema: z.ZodMiniType<T>, row: unknown): T | null {
  if (!isKnownRow(row)) return null;
  return schema.safeParse(row).data ?? null;
}

export function readRows<T>(schema: z.ZodMiniType<T>, all: readonly unknown[]): Read<T> {
  const rows: T[] = [];
  for (const one of all) {
    const row = readRow(schema, one);
    if (row !== null) rows.push(row);
  }
  return { rows, unreadable: all.length - rows.length };
}

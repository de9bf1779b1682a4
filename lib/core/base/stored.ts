import { fromFailure, toStorageFailure } from './errors';

/** What is read from a disk or written to it: where that fails with no failure of ours, it is the storage that failed. */
export async function stored<T>(done: Promise<T>): Promise<T> {
  try {
    return await done;
  } catch (error) {
    throw fromFailure(toStorageFailure(error));
  }
}

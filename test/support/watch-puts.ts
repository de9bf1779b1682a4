import type { Database } from '@/lib/store/database';

/** The database, telling of every block of trackers that is put into it. */
export function watchPuts(db: Database, onPut: (row: unknown) => void): Database {
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...of: unknown[]): unknown => {
        const result: unknown = Reflect.apply(value, target, of);
        return name === 'transaction' ? watched(Object(result), onPut) : result;
      };
    },
  });
}

function watched(transaction: object, onPut: (row: unknown) => void): object {
  return new Proxy(transaction, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name === 'store') return store(Object(value), onPut);
      if (typeof value !== 'function') return value;
      return (...of: unknown[]): unknown => {
        const result: unknown = Reflect.apply(value, target, of);
        return name === 'objectStore' && of[0] === 'trackerBlocks'
          ? store(Object(result), onPut)
          : result;
      };
    },
  });
}

function store(of: object, onPut: (row: unknown) => void): object {
  return new Proxy(of, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        if (name === 'put') onPut(args[0]);
        return Reflect.apply(value, target, args);
      };
    },
  });
}

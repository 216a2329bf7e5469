/** What this browser keeps between visits. A browser that forbids it still plays, but does not survive a refresh. */
export interface KeyValueStore {
  read(key: string): string | null;
  /** Whether it was kept. */
  write(key: string, value: string): boolean;
  forget(key: string): void;
}

/** What a storage of the browser keeps. A function: where it is forbidden, the name alone throws. */
const storeIn = (storage: () => Storage): KeyValueStore => ({
  read(key) {
    try {
      return storage().getItem(key);
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      storage().setItem(key, value);
      return true;
    } catch {
      return false;
    }
  },
  forget(key) {
    try {
      storage().removeItem(key);
    } catch {
      return;
    }
  },
});

export const browserStore = storeIn(() => localStorage);

/** What one tab keeps, until it is closed. */
export const tabStore = storeIn(() => sessionStorage);

/** Under which names that begin like this something is kept. */
export function storedNames(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}

/** One value of a known type under one key; what cannot be read counts as absent. */
export class StoredValue<T> {
  constructor(
    private readonly key: string,
    private readonly isValid: (value: unknown) => value is T,
    private readonly keep: KeyValueStore = browserStore,
  ) {}

  get(): T | null {
    const text = this.keep.read(this.key);
    if (text === null) return null;
    try {
      const value: unknown = JSON.parse(text);
      return this.isValid(value) ? value : null;
    } catch {
      return null;
    }
  }

  /** Whether the browser kept it. */
  set(value: T): boolean {
    return this.keep.write(this.key, JSON.stringify(value));
  }

  clear(): void {
    this.keep.forget(this.key);
  }
}

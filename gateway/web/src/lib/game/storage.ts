/** What this browser keeps between visits. A browser that forbids it still plays, but does not survive a refresh. */
export interface Keep {
  read(key: string): string | null;
  write(key: string, value: string): void;
  forget(key: string): void;
}

export const browserKeep: Keep = {
  read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      return;
    }
  },
  forget(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      return;
    }
  },
};

/** Under which names that begin like this something is kept. */
export function keptNames(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}

/** One value of a known type under one key; what cannot be read counts as absent. */
export class Kept<T> {
  constructor(
    private readonly key: string,
    private readonly isValid: (value: unknown) => value is T,
    private readonly keep: Keep = browserKeep,
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

  set(value: T): void {
    this.keep.write(this.key, JSON.stringify(value));
  }

  clear(): void {
    this.keep.forget(this.key);
  }
}

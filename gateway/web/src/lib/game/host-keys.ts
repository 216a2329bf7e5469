import { hostKeyIn, hostRecord } from './records';

/**
 * The keys with which a browser may become the host of one game: the one that it holds, then the one that a link brought.
 * A link is not trusted: its key is tried only where the game accepts none that is held, and stored only when the game has accepted it.
 */
export class HostKeys {
  readonly #code: string;
  readonly #keys: string[];

  constructor(code: string, fragment: string) {
    this.#code = code;
    const keys = [hostRecord(code).get()?.hostKey, hostKeyIn(fragment)];
    this.#keys = [...new Set(keys.filter((key) => key != null))];
  }

  /** The key to attach with. */
  get current(): string | null {
    return this.#keys[0] ?? null;
  }

  /** The game refused the current key. Says whether there is another one to try; the last one stays. */
  refused(): boolean {
    if (this.#keys.length < 2) return false;
    this.#keys.shift();
    return true;
  }

  /** The game accepted the current key. */
  accepted(): void {
    const record = hostRecord(this.#code);
    const known = record.get();
    if (this.current !== null && known?.hostKey !== this.current) record.set({ ...known, hostKey: this.current });
  }
}

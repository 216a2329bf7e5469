import { StoredValue } from '$lib/game/storage';

/** A player of a homework on this device. */
export interface PlayerKey {
  key: string;
  /** Null before the first attempt. */
  name: string | null;
}

const isKey = (value: unknown): value is PlayerKey => typeof (value as PlayerKey | null)?.key === 'string';
const isKeys = (value: unknown): value is PlayerKey[] => Array.isArray(value) && value.every(isKey);

/** The players of one homework on this device, the one who plays first: brothers and sisters may share it. */
export class PlayerKeys {
  readonly #kept: StoredValue<PlayerKey[]>;
  #players: PlayerKey[];

  constructor(token: string, draw: () => string = () => crypto.randomUUID()) {
    this.draw = draw;
    this.#kept = new StoredValue(`arena.homework.${token}`, isKeys);
    this.#players = this.#kept.get() ?? [];
    if (this.#players.length === 0) this.another();
  }

  private readonly draw: () => string;

  get own(): PlayerKey {
    return this.#players[0] as PlayerKey;
  }

  /** Those who played here before. */
  get others(): readonly PlayerKey[] {
    return this.#players.slice(1).filter(({ name }) => name !== null);
  }

  /** The server knows the player by this name. */
  named(name: string): void {
    this.#keep([{ ...this.own, name }, ...this.#players.slice(1)]);
  }

  /** A new player. */
  another(): void {
    this.#keep([{ key: this.draw(), name: null }, ...this.#players.filter(({ name }) => name !== null)]);
  }

  use(key: string): void {
    const [chosen, rest] = [
      this.#players.filter((one) => one.key === key),
      this.#players.filter((one) => one.key !== key),
    ];
    this.#keep([...chosen, ...rest]);
  }

  #keep(players: PlayerKey[]): void {
    this.#players = players;
    this.#kept.set(players);
  }
}

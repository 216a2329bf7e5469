import type { JoinRequest } from '$lib/contract';
import type { PendingAnswer } from './player-state';
import { browserStore, StoredValue, storedNames, tabStore, type KeyValueStore } from './storage';

/** What a player asks for: a name, and what else was picked. */
export type JoinWish = Pick<JoinRequest, 'nickname' | 'face' | 'team'>;

/** A request for a seat, as it is repeated until it is answered. */
export type Joining = JoinWish & Pick<JoinRequest, 'operationId' | 'previousSeatToken'>;

/** What a player's browser keeps of one game: the seat, or the request for it, and an answer on its way. */
export interface SeatRecord {
  seatToken?: string;
  seat?: number;
  nickname?: string;
  joining?: Joining;
  pending?: PendingAnswer;
  tried?: readonly number[];
  /** Tokens of the seats that other tabs of this browser took before, by seat. */
  others?: Record<number, string>;
}

export interface HostRecord {
  hostKey: string;
  /** Where players go; what the server said at launch. */
  joinUrl?: string;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const seats = 'arena.seat.';

const recordIn = (keep: KeyValueStore, code: string) =>
  new StoredValue<SeatRecord>(`${seats}${code}`, (value): value is SeatRecord => isObject(value), keep);

/**
 * A tab's record of one game. A tab that has a seat keeps it regardless of other tabs; a new one takes the seat that the browser took last.
 * No seat is lost: those taken before stay among the others.
 */
export class SeatRecords {
  readonly #key: string;
  readonly #tab: StoredValue<SeatRecord>;
  readonly #browser: StoredValue<SeatRecord>;

  constructor(code: string, tab: KeyValueStore = tabStore, browser: KeyValueStore = browserStore) {
    this.#key = `${seats}${code}`;
    this.#tab = recordIn(tab, code);
    this.#browser = recordIn(browser, code);
  }

  get(): SeatRecord | null {
    return this.#tab.get() ?? this.#browser.get();
  }

  /** The seat that the browser took last, in any tab. */
  get ofBrowser(): SeatRecord | null {
    const record = this.#browser.get();
    return record?.seatToken ? record : null;
  }

  set(record: SeatRecord): void {
    this.#tab.set(record);
    const kept = this.#browser.get();
    const others = { ...kept?.others };
    if (!kept?.seatToken || kept.seat === record.seat) {
      this.#browser.set({ ...record, others });
    } else if (record.seatToken && record.seat !== undefined) {
      const isOlder = record.seat in others;
      others[isOlder ? record.seat : (kept.seat ?? -1)] = isOlder ? record.seatToken : kept.seatToken;
      this.#browser.set({ ...(isOlder ? kept : record), others });
    }
  }

  clear(): void {
    const seat = this.get()?.seat;
    this.#tab.clear();
    if (this.#browser.get()?.seat === seat) this.#browser.clear();
  }

  /** Calls back when another tab of this browser has taken a seat. */
  watch(taken: () => void): () => void {
    const listen = (event: StorageEvent) => {
      if (event.key === this.#key && this.ofBrowser) taken();
    };
    addEventListener('storage', listen);
    return () => removeEventListener('storage', listen);
  }
}

/** What proves the seats that this browser has, or had. */
export const seatTokens = (): string[] =>
  storedNames(seats).flatMap((name) => {
    const record = recordIn(browserStore, name.slice(seats.length)).get();
    return [...(record?.seatToken ? [record.seatToken] : []), ...Object.values(record?.others ?? {})];
  });

const hosted = 'arena.host.';

export const hostRecord = (code: string) =>
  new StoredValue<HostRecord>(
    `${hosted}${code}`,
    (value): value is HostRecord =>
      isObject(value) &&
      typeof value.hostKey === 'string' &&
      (value.joinUrl === undefined || URL.canParse(String(value.joinUrl))),
  );

/** The games whose host keys this browser holds, or held: the keys by code. */
export const hostKeys = (): Map<string, string> =>
  new Map(
    storedNames(hosted).flatMap((name) => {
      const code = name.slice(hosted.length);
      const record = hostRecord(code).get();
      return record ? [[code, record.hostKey] as const] : [];
    }),
  );

const keyInLink = /^#key=([\w-]{1,2048})$/;

/** Where another device becomes a host: the key is in the fragment, which no server and no referrer ever sees. */
export const remoteLink = (joinUrl: string, code: string, hostKey: string): string =>
  new URL(`/host/${code}/remote#key=${hostKey}`, joinUrl).href;

/** The host key in a link's fragment, if there is one. */
export const hostKeyIn = (fragment: string): string | null => keyInLink.exec(fragment)?.[1] ?? null;

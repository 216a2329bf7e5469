import type { JoinRequest } from '$lib/contract';
import type { PendingAnswer } from './player-state';
import { Kept, keptNames } from './storage';

/** What a player asks for: a name, and what else was picked. */
export type JoinWish = Pick<JoinRequest, 'nickname' | 'face' | 'team'>;

/** What a player's browser keeps of one game: the seat, or the request for it, and an answer on its way. */
export interface SeatRecord {
  seatToken?: string;
  joining?: JoinWish & { operationId: string };
  pending?: PendingAnswer;
}

export interface HostRecord {
  hostKey: string;
  /** Where players go; what the server said at launch. */
  joinUrl?: string;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const seats = 'arena.seat.';

export const seatRecord = (code: string) =>
  new Kept<SeatRecord>(`${seats}${code}`, (value): value is SeatRecord => isObject(value));

/** What proves the seats that this browser has, or had. */
export const seatTokens = (): string[] =>
  keptNames(seats).flatMap((name) => seatRecord(name.slice(seats.length)).get()?.seatToken ?? []);

export const hostRecord = (code: string) =>
  new Kept<HostRecord>(
    `arena.host.${code}`,
    (value): value is HostRecord =>
      isObject(value) &&
      typeof value.hostKey === 'string' &&
      (value.joinUrl === undefined || URL.canParse(String(value.joinUrl))),
  );

const keyInLink = /^#key=([\w-]{1,2048})$/;

/** Where another device becomes a host: the key is in the fragment, which no server and no referrer ever sees. */
export const remoteLink = (joinUrl: string, code: string, hostKey: string): string =>
  new URL(`/host/${code}/remote#key=${hostKey}`, joinUrl).href;

/** Keeps the host key that a link brought. Says whether there was one. */
export function takeHostKey(code: string, fragment: string): boolean {
  const hostKey = keyInLink.exec(fragment)?.[1];
  if (hostKey === undefined) return false;
  const known = hostRecord(code).get();
  hostRecord(code).set({ ...known, hostKey });
  return true;
}

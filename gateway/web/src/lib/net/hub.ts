import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import {
  connectionTimings,
  type ClosedFrame,
  type GameClient,
  type GameHub,
  type HostFrame,
  type GameErrorCode,
  type ReactionsFrame,
  type Reply,
  type SeatFrame,
  type SessionFrame,
} from '$lib/contract';
import { OpeningSocket } from './opening-socket';
import { transports } from './transports';

// The one file that knows SignalR's connections. The names on the wire and their types are the contract's.

/** The hub's own methods, but for the echo, which is sent back here. */
type Asked = Exclude<keyof GameHub, 'Pong'>;

const asked: Record<Asked, 1> = {
  Find: 1,
  SuggestName: 1,
  Join: 1,
  Resume: 1,
  TakeSeat: 1,
  Answer: 1,
  UseHint: 1,
  Next: 1,
  UsePowerUp: 1,
  ChangeFace: 1,
  React: 1,
  Clock: 1,
  Watch: 1,
  Attach: 1,
  Command: 1,
  OfferSeat: 1,
};

/** What the server may be asked. */
export type Hub = { [Name in Asked as Uncapitalize<Name>]: GameHub[Name] } & {
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** The server's messages, and the end of the connection. */
export interface HubListener {
  session?: (frame: SessionFrame) => void;
  seat?: (frame: SeatFrame) => void;
  host?: (frame: HostFrame) => void;
  reactions?: (frame: ReactionsFrame) => void;
  closed?: (frame: ClosedFrame) => void;
  /** A sign of life from the server, without a message. */
  alive?: () => void;
  lost?: () => void;
}

/** A call that the server refused before it reached the method is a reply like any other, and no loss of the connection. */
export function refused(error: unknown): Reply<never> {
  const code = error instanceof Error ? /HubException: (\w+)$/.exec(error.message)?.[1] : undefined;
  if (code === undefined) throw error;
  return { value: null, refusal: { code: code as GameErrorCode, retryAfterMs: null, place: null, traceId: null } };
}

export function openHub(listener: HubListener): Hub {
  const transport = transports.current;
  const { startTimeoutMs } = transports;
  const opening = new OpeningSocket();
  let startedAtMs: number | null = null;
  let isStopped = false;
  const connection = new HubConnectionBuilder()
    .withUrl('/hubs/game', {
      transport,
      ...(transport === HttpTransportType.WebSockets && { skipNegotiation: true, ...opening.options }),
    })
    .configureLogging(LogLevel.None)
    .withKeepAliveInterval(connectionTimings.clientKeepAliveMs)
    .withServerTimeout(connectionTimings.clientTimeoutMs)
    .build();

  const on = <Name extends keyof GameClient>(name: Name, listen: GameClient[Name]) => connection.on(name, listen);
  const ask =
    <Name extends keyof GameHub>(name: Name) =>
    (...sent: Parameters<GameHub[Name]>) =>
      connection.invoke(name, ...sent).then((reply: unknown) => {
        listener.alive?.();
        return reply;
      }, refused) as ReturnType<GameHub[Name]>;

  on('Session', (frame) => listener.session?.(frame));
  on('Seat', (frame) => {
    if (frame.session) listener.session?.(frame.session);
    listener.seat?.(frame);
  });
  on('InProgress', () => listener.alive?.());
  on('Ping', (nonce) => {
    listener.alive?.();
    // At once: the server measures the way here and back. If the connection is gone, so is the question.
    connection.send('Pong' satisfies keyof GameHub, nonce).catch(() => listener.lost?.());
  });
  on('Host', (frame) => listener.host?.(frame));
  on('Reactions', (frame) => listener.reactions?.(frame));
  on('Closed', (frame) => listener.closed?.(frame));
  connection.onclose(() => {
    if (startedAtMs !== null) transports.ended(transport, performance.now() - startedAtMs, isStopped);
    listener.lost?.();
  });

  const start = async () => {
    // Some networks swallow the request for a WebSocket: no response ever arrives.
    const timer = startTimeoutMs === null ? undefined : setTimeout(() => opening.close(), startTimeoutMs);
    const beganAtMs = performance.now();
    try {
      await connection.start();
      startedAtMs = performance.now();
    } catch (error) {
      transports.notStarted(performance.now() - beganAtMs, isStopped);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    start,
    stop: () => {
      isStopped = true;
      opening.close();
      return connection.stop();
    },
    ...Object.fromEntries(
      Object.keys(asked).map((name) => [name.charAt(0).toLowerCase() + name.slice(1), ask(name as Asked)]),
    ),
  } as Hub;
}

import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import type {
  Acknowledged,
  AnswerRequest,
  AttachRequest,
  ClockReading,
  ClosedFrame,
  Done,
  HostCommand,
  HostFrame,
  HostWelcome,
  JoinRequest,
  Reply,
  ResumeRequest,
  SeatFrame,
  SeatWelcome,
  SessionFrame,
  SessionSummary,
} from '$lib/contract';

// The one file that knows SignalR and the names on the wire.

/** What the server may be asked. */
export interface Hub {
  start(): Promise<void>;
  stop(): Promise<void>;
  find(code: string): Promise<Reply<SessionSummary>>;
  join(request: JoinRequest): Promise<Reply<SeatWelcome>>;
  resume(request: ResumeRequest): Promise<Reply<SeatWelcome>>;
  answer(request: AnswerRequest): Promise<Reply<Acknowledged>>;
  clock(): Promise<Reply<ClockReading>>;
  attach(request: AttachRequest): Promise<Reply<HostWelcome>>;
  command(command: HostCommand): Promise<Reply<Done>>;
}

/** What the server tells, and the end of the connection. */
export interface HubListener {
  session?: (frame: SessionFrame) => void;
  seat?: (frame: SeatFrame) => void;
  host?: (frame: HostFrame) => void;
  closed?: (frame: ClosedFrame) => void;
  lost?: () => void;
}

/** Longer than any keep-alive a server sends; a dead link is found sooner by the first request that gets no reply. */
const serverTimeoutMs = 150_000;

export function openHub(listener: HubListener): Hub {
  const connection = new HubConnectionBuilder()
    .withUrl('/hubs/game', { transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .configureLogging(LogLevel.None)
    .withServerTimeout(serverTimeoutMs)
    .build();

  connection.on('Session', (frame: SessionFrame) => listener.session?.(frame));
  connection.on('Seat', (frame: SeatFrame) => {
    // At once: the server measures the way here and back. If the connection is gone, so is the question.
    if (frame.nonce != null) connection.send('Echo', frame.nonce).catch(() => listener.lost?.());
    listener.seat?.(frame);
  });
  connection.on('Host', (frame: HostFrame) => listener.host?.(frame));
  connection.on('Closed', (frame: ClosedFrame) => listener.closed?.(frame));
  connection.onclose(() => listener.lost?.());

  return {
    start: () => connection.start(),
    stop: () => connection.stop(),
    find: (code) => connection.invoke('Find', code),
    join: (request) => connection.invoke('Join', request),
    resume: (request) => connection.invoke('Resume', request),
    answer: (request) => connection.invoke('Answer', request),
    clock: () => connection.invoke('Clock'),
    attach: (request) => connection.invoke('Attach', request),
    command: (command) => connection.invoke('Command', command),
  };
}

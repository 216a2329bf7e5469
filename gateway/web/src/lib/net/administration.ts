import type {
  EventBusOverview,
  LoggedSecurityEvent,
  MailOverview,
  SecurityEvent,
  SecuritySummary,
} from '$lib/contract';
import { authorised } from './caller';
import { bodyOf } from './http';

/** Which part of the security log is wanted. */
export interface SecurityFilter {
  event: SecurityEvent | null;
  /** Instants. */
  since: string | null;
  until: string | null;
}

const path = '/api/administration';

function queryOf(parameters: Record<string, string | number | null>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) => (value === null ? [] : [[name, `${value}`]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** The newest first; with `before`, those of smaller numbers. */
export async function listSecurityEvents(
  filter: SecurityFilter,
  before: number | null = null,
): Promise<LoggedSecurityEvent[]> {
  return bodyOf<LoggedSecurityEvent[]>(await authorised(`${path}/security-events${queryOf({ ...filter, before })}`));
}

export async function summariseSecurity(): Promise<SecuritySummary> {
  return bodyOf<SecuritySummary>(await authorised(`${path}/security-summary`));
}

/** How far events were delivered, and the dead letters. */
export async function showEventBus(): Promise<EventBusOverview> {
  return bodyOf<EventBusOverview>(await authorised(`${path}/events`));
}

export async function retryDeadLetter(id: number): Promise<void> {
  await authorised(`${path}/events/dead-letters/${id}/retry`, { method: 'POST' });
}

export async function discardDeadLetter(id: number): Promise<void> {
  await authorised(`${path}/events/dead-letters/${id}`, { method: 'DELETE' });
}

/** The outgoing mail, and the mails that were given up. */
export async function showMail(): Promise<MailOverview> {
  return bodyOf<MailOverview>(await authorised(`${path}/mail`));
}

export async function retryMail(id: number): Promise<void> {
  await authorised(`${path}/mail/${id}/retry`, { method: 'POST' });
}

export async function discardMail(id: number): Promise<void> {
  await authorised(`${path}/mail/${id}`, { method: 'DELETE' });
}

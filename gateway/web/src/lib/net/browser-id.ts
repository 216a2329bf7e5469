import { StoredValue } from '$lib/game/storage';
import { operationId } from './operation';

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\da-f-]{36}$/.test(value);

/** What this browser names itself by, so that a player whom a host removed is recognised. Nothing where nothing can be kept. */
export function browserId(): string | null {
  const kept = new StoredValue('arena.browser', isId);
  const known = kept.get();
  if (known) return known;
  const id = operationId();
  return kept.set(id) ? id : null;
}

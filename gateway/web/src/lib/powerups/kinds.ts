import type { PowerUpKind, PowerUpSettings } from '$lib/contract';

/** In the order in which they are offered. */
export const powerUpKinds: readonly PowerUpKind[] = [
  'doublePoints',
  'fiftyFifty',
  'extraTime',
  'streakFreeze',
  'secondChance',
  'shield',
];

export const powerUpEarnings = ['both', 'streak', 'comeback'] as const;

/** As they are offered at first. */
export const standardPowerUps = (): PowerUpSettings => ({ kinds: [...powerUpKinds], earning: 'both' });

/** Whether a stored value is the setting of a game that can be launched. */
export function isPowerUps(value: unknown): value is PowerUpSettings | null {
  if (value === null) return true;
  if (typeof value !== 'object' || !('kinds' in value) || !('earning' in value)) return false;
  const { kinds, earning } = value;
  return (
    powerUpEarnings.some((one) => one === earning) &&
    Array.isArray(kinds) &&
    kinds.length > 0 &&
    new Set(kinds).size === kinds.length &&
    kinds.every((kind) => powerUpKinds.some((one) => one === kind))
  );
}

import { gameLimits, type GameMode } from '$lib/contract';

/** Each mode as it is offered at first. */
export const standardModes: { [K in GameMode['kind']]: Extract<GameMode, { kind: K }> } = {
  classic: { kind: 'classic' },
  survivor: { kind: 'survivor', misses: 3 },
  race: { kind: 'race', points: 5_000 },
  confidence: { kind: 'confidence' },
  sharedDevice: { kind: 'sharedDevice', talkMs: 5_000 },
};

/** The points that can be bet on an answer. */
export const stakes: readonly number[] = Array.from(
  { length: gameLimits.maxStake / gameLimits.stakeStep + 1 },
  (_, step) => step * gameLimits.stakeStep,
);

export const modeKinds = Object.keys(standardModes) as GameMode['kind'][];

/** The bounds of each mode's own settings. */
const bounds: { [name: string]: readonly [number, number] } = {
  misses: [1, gameLimits.maxMisses],
  points: [gameLimits.minGoal, gameLimits.maxGoal],
  talkMs: [0, gameLimits.maxTalkMs],
};

/** Whether a stored value is a mode that can be launched. */
export function isMode(value: unknown): value is GameMode {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  const standard = modeKinds.find((kind) => kind === value.kind);
  if (standard === undefined) return false;
  const stored: Record<string, unknown> = { ...value };
  return Object.keys(standardModes[standard]).every((name) => {
    if (name === 'kind') return true;
    const [least, most] = bounds[name] ?? [0, 0];
    const figure = stored[name];
    return typeof figure === 'number' && Number.isInteger(figure) && figure >= least && figure <= most;
  });
}

import { gameLimits, type PowerUpSettings, type SessionSettings } from '$lib/contract';
import { StoredValue } from '$lib/game/storage';
import { isMode, standardModes } from '$lib/modes/modes';
import { isPowerUps } from '$lib/powerups/kinds';

/** A game has a host, and so no pace of a player's own. */
export type LaunchSettings = Required<Omit<SessionSettings, 'pace' | 'powerUps'>> & {
  powerUps: PowerUpSettings | null;
};

/** The request: it leaves power-ups out where there are none. */
export const requestOf = ({ powerUps, ...others }: LaunchSettings): SessionSettings =>
  powerUps === null ? others : { ...others, powerUps };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What this browser launched with last. */
export const lastSettings = new StoredValue<Record<string, unknown>>('arena.launch', isObject);

/** Long enough for suspense, short enough for a class. */
export const usualFinaleMs = 8_000;

const defaults = (questions: number): LaunchSettings => {
  const most = Math.min(questions, gameLimits.maxQuestions);
  return {
    mode: standardModes.classic,
    formula: 'speed',
    streakBonus: true,
    lateJoin: true,
    autoAdvance: false,
    continueWithoutHost: false,
    untimed: false,
    filterNames: true,
    approveNames: false,
    reactions: true,
    teams: 0,
    powerUps: null,
    questionCount: Math.min(10, most),
    shuffle: most > 10,
    getReadyMs: 3_000,
    revealMs: 6_000,
    standingsMs: 6_000,
    finaleMs: usualFinaleMs,
    maxPlayers: 2_000,
  };
};

/** Settings that follow the quiz, and not the habit of the host. */
const ofTheQuiz: readonly (keyof LaunchSettings)[] = ['questionCount', 'shuffle'];

const interlude = [gameLimits.minInterludeMs, gameLimits.maxInterludeMs] as const;
const bounds: Partial<Record<keyof LaunchSettings, readonly [number, number]>> = {
  teams: [0, gameLimits.maxTeams],
  getReadyMs: interlude,
  revealMs: interlude,
  standingsMs: interlude,
  finaleMs: [0, gameLimits.maxFinaleMs],
  maxPlayers: [1, gameLimits.maxPlayers],
};

function isFit(name: keyof LaunchSettings, value: unknown, standard: LaunchSettings): boolean {
  if (name === 'powerUps') return isPowerUps(value);
  if (typeof value !== typeof standard[name]) return false;
  if (name === 'mode') return isMode(value);
  if (name === 'formula') return value === 'speed' || value === 'flat';
  if (name === 'teams' && value === 1) return false;
  const [least, most] = bounds[name] ?? [-Infinity, Infinity];
  return typeof value !== 'number' || (value >= least && value <= most);
}

/** How to play a quiz with so many questions: as last time where that still makes sense, else as usual. */
export function settingsFor(questions: number, last: Record<string, unknown> | null): LaunchSettings {
  const standard = defaults(questions);
  const names = Object.keys(standard) as (keyof LaunchSettings)[];
  const taken = names.filter((name) => !ofTheQuiz.includes(name) && isFit(name, last?.[name], standard));
  return { ...standard, ...Object.fromEntries(taken.map((name) => [name, last?.[name]])) };
}

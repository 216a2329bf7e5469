import type { RosterLine, SessionView, Tally } from '$lib/contract';

/** What a big screen shows of a game: what its host sees of it, or no more than everyone. */
export interface ShownGame {
  session: SessionView;
  /** How many have answered the open question; null where only hosts know. */
  answered: number | null;
  /** How many players are connected; null where only hosts know. */
  connected: number | null;
  /** The answers so far, as hosts alone see them; null without a question. */
  tally: Tally | null;
  /** The players by seat, or those of them that everyone sees. */
  roster: ReadonlyMap<number, RosterLine>;
}

/** The game as everyone sees it: of the players in the lobby, those who came last. */
export function watchedGame(session: SessionView): ShownGame {
  const { phase } = session;
  const newest = phase.kind === 'lobby' ? phase.newest : [];
  const faces = phase.kind === 'lobby' ? phase.faces : [];
  const roster = new Map(
    newest.map((nickname, index) => {
      const seat = newest.length - 1 - index;
      return [seat, lineOf(seat, nickname, faces[index] ?? 0)] as const;
    }),
  );
  return { session, answered: null, connected: null, tally: null, roster };
}

const lineOf = (seat: number, nickname: string, face: number): RosterLine => ({
  seat,
  nickname,
  face,
  score: 0,
  connected: true,
  answered: false,
  kicked: false,
  time: 'normal',
  approved: true,
  team: null,
  rank: 0,
  hints: 0,
  powerUps: 0,
  lives: null,
});

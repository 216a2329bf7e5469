import type { BoardNameReply, BoardQuiz, BoardReply } from '$lib/contract';
import { authorised } from './caller';
import { bodyOf, jsonBody, unchangedAsEmpty } from './http';

const namePath = '/api/account/board-name';

/** What the account is called on leaderboards; null if it is on none. */
export async function readBoardName(): Promise<string | null> {
  return (await bodyOf<BoardNameReply>(await authorised(namePath))).name ?? null;
}

export async function setBoardName(name: string): Promise<string | null> {
  return (await bodyOf<BoardNameReply>(await authorised(namePath, jsonBody({ name }, 'PUT')))).name ?? null;
}

export async function removeBoardName(): Promise<void> {
  await authorised(namePath, { method: 'DELETE' });
}

/** The quizzes that the account played or wrote, and that have a leaderboard. */
export async function listBoardQuizzes(): Promise<BoardQuiz[]> {
  return bodyOf<BoardQuiz[]>(await authorised('/api/boards/quizzes'));
}

export interface SeenBoard {
  board: BoardReply;
  etag: string;
}

/**
 * A leaderboard; null if it is the one that was seen.
 * @param quiz Its id, or '' for all quizzes.
 * @param season A month, as 2026-11, or '' for all time.
 */
export const readBoard = (quiz: string, season: string, seen: string | null): Promise<SeenBoard | null> =>
  readBoardAt('/api/boards', { ...(quiz && { quiz }), ...(season && { season }) }, seen);

/** The leaderboard at a path; null if it is the one that was seen. */
export async function readBoardAt(
  path: string,
  query: Record<string, string>,
  seen: string | null,
): Promise<SeenBoard | null> {
  const init = seen ? { headers: { 'If-None-Match': seen } } : {};
  const response = await authorised(`${path}?${new URLSearchParams(query)}`, init, unchangedAsEmpty);
  if (response.status === 204) return null;
  return { board: await bodyOf<BoardReply>(response), etag: response.headers.get('ETag') ?? '' };
}

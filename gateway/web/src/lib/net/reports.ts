import type { GameSummary, HostTrend, LinkReply, QuizTrend, ReportReply, SummaryReply } from '$lib/contract';
import { hostKeys } from '$lib/game/records';
import { authorised, hasAuthor, isSignedIn } from './caller';
import { nameIn, type ExportedFile } from './exporting';
import { lookUpGames } from './hosting';
import { ApiError, bodyOf, errorOf, send, unchangedAsEmpty } from './http';

export const reportFormats = ['csv', 'xlsx'] as const;
export type ReportFormat = (typeof reportFormats)[number];

const keyHeader = 'Arena-Host-Key';
const mostKeys = 100;
const gamePath = (id: string) => `/api/games/${encodeURIComponent(id)}`;

/** The games that the caller hosted, a page at a time. Without an account or quizzes there are none. */
export async function listGames(search: string, before: string | null, signal?: AbortSignal): Promise<GameSummary[]> {
  if (!isSignedIn() && !hasAuthor()) return [];
  const query = new URLSearchParams({ ...(search && { search }), ...(before && { before }) });
  return bodyOf<GameSummary[]>(await authorised(`/api/games?${query}`, signal ? { signal } : {}));
}

/** The key of a game among those that this browser holds. */
async function keyOf(id: string): Promise<string | null> {
  const held = [...hostKeys()].slice(0, mostKeys);
  const games = held.length > 0 ? await lookUpGames(held.map(([, key]) => key)) : [];
  const code = games.find((game) => game.sessionId === id)?.code;
  return held.find(([each]) => each === code)?.[1] ?? null;
}

/** As the account or the author of this browser, else with the game's host key. */
export async function asHost(id: string, path: string, init: RequestInit = {}): Promise<Response> {
  if (isSignedIn() || hasAuthor()) {
    try {
      return await authorised(path, init, unchangedAsEmpty);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'unknownSession') throw error;
    }
  }
  const key = await keyOf(id);
  if (key === null) throw new ApiError('unknownSession');
  const response = await unchangedAsEmpty(path, { ...init, headers: { ...init.headers, [keyHeader]: key } });
  if (!response.ok) throw await errorOf(response);
  return response;
}

export interface SeenReport {
  report: ReportReply;
  etag: string;
}

/** The report; null if it is the one that was seen. */
export async function readReport(id: string, seen: string | null, signal?: AbortSignal): Promise<SeenReport | null> {
  const response = await asHost(id, `${gamePath(id)}/report`, {
    ...(seen && { headers: { 'If-None-Match': seen } }),
    ...(signal && { signal }),
  });
  if (response.status === 204) return null;
  return { report: await bodyOf<ReportReply>(response), etag: response.headers.get('ETag') ?? '' };
}

export async function exportReport(id: string, format: ReportFormat, language: string): Promise<ExportedFile> {
  const response = await asHost(id, `${gamePath(id)}/report/file?${new URLSearchParams({ format, language })}`);
  return { name: nameIn(response.headers.get('Content-Disposition')), content: await response.blob() };
}

const linkPath = (id: string) => `${gamePath(id)}/link`;

/** What the link to the summary is known by, or null. */
export async function readLink(id: string): Promise<string | null> {
  return (await bodyOf<LinkReply>(await asHost(id, linkPath(id)))).token;
}

export async function makeLink(id: string): Promise<string | null> {
  return (await bodyOf<LinkReply>(await asHost(id, linkPath(id), { method: 'PUT' }))).token;
}

export async function withdrawLink(id: string): Promise<void> {
  await asHost(id, linkPath(id), { method: 'DELETE' });
}

/** The public summary of a link. Asks for no account. */
export async function readSummary(token: string): Promise<SummaryReply> {
  const response = await send(`/api/summaries/${encodeURIComponent(token)}`, {});
  if (!response.ok) throw await errorOf(response);
  return bodyOf<SummaryReply>(response);
}

/** How the games went that the caller hosted, between two days. */
export async function readHostTrend(from: string, to: string): Promise<HostTrend> {
  return bodyOf<HostTrend>(await authorised(`/api/games/trend?${new URLSearchParams({ from, to })}`));
}

/** The same of the games of a quiz, for its authors. */
export async function readQuizTrend(id: string, from: string, to: string): Promise<QuizTrend> {
  const query = new URLSearchParams({ from, to });
  return bodyOf<QuizTrend>(await authorised(`/api/quizzes/${encodeURIComponent(id)}/trend?${query}`));
}

/** What a file of games over time lists: months, or the questions or quizzes. */
export type TrendTable = 'months' | 'parts';

/**
 * The same as a file.
 * @param quiz Whose games, or null for those that the caller hosted.
 */
export async function exportTrend(
  quiz: string | null,
  options: { from: string; to: string; table: TrendTable; language: string },
): Promise<ExportedFile> {
  const path = quiz === null ? '/api/games/trend' : `/api/quizzes/${encodeURIComponent(quiz)}/trend`;
  const response = await authorised(`${path}/file?${new URLSearchParams(options)}`);
  return { name: nameIn(response.headers.get('Content-Disposition')), content: await response.blob() };
}

import type {
  AccessTokenResponse,
  ArenaProblem,
  ImportReply,
  LaunchRequest,
  LaunchReply,
  QuizError,
  QuizProblem,
  QuizSummary,
  Refusal,
} from '$lib/contract';
import { Kept } from '$lib/game/storage';

const tokens = new Kept<AccessTokenResponse>(
  'arena.author',
  (value): value is AccessTokenResponse => typeof (value as AccessTokenResponse | null)?.accessToken === 'string',
);

/** What the server said instead of doing what it was asked. */
export class ApiError extends Error {
  constructor(
    readonly code: Refusal,
    readonly errors: readonly QuizError[] = [],
    readonly errorCount = errors.length,
  ) {
    super(code);
  }
}

/** For answers of a proxy in between, which knows no codes. */
function codeOfStatus(status: number): Refusal {
  if (status === 413) return 'outOfRange';
  if (status === 429) return 'tooFast';
  return status >= 500 ? 'unavailable' : 'invalidMessage';
}

async function errorOf(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => null)) as Partial<ArenaProblem & QuizProblem> | null;
  return new ApiError(problem?.code ?? codeOfStatus(response.status), problem?.errors, problem?.errorCount);
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch {
    throw new ApiError('unavailable');
  }
}

const jsonBody = (value: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
});

async function keepTokens(response: Response): Promise<AccessTokenResponse> {
  if (!response.ok) throw await errorOf(response);
  const fresh = (await response.json()) as AccessTokenResponse;
  tokens.set(fresh);
  return fresh;
}

const mint = async () => keepTokens(await send('/api/authors', { method: 'POST' }));

/** New tokens for the same author; a new author if the server knows this one no longer. */
async function refresh(author: AccessTokenResponse): Promise<AccessTokenResponse> {
  const response = await send('/api/authors/refresh', jsonBody({ refreshToken: author.refreshToken }));
  return response.status === 401 ? mint() : keepTokens(response);
}

/** As the author of this browser, who comes into being with the first request. */
async function authorised(path: string, init: RequestInit = {}): Promise<Response> {
  const attempt = (author: AccessTokenResponse) =>
    send(path, { ...init, headers: { ...init.headers, Authorization: `Bearer ${author.accessToken}` } });
  const author = tokens.get() ?? (await mint());
  let response = await attempt(author);
  if (response.status === 401) response = await attempt(await refresh(author));
  if (!response.ok) throw await errorOf(response);
  return response;
}

export async function listQuizzes(): Promise<QuizSummary[]> {
  return (await (await authorised('/api/quizzes')).json()) as QuizSummary[];
}

export async function importQuiz(file: File, skipInvalid: boolean): Promise<ImportReply> {
  const title = file.name.replace(/\.[^.]*$/, '').slice(0, 120);
  const query = new URLSearchParams({ format: 'auto', title, skipInvalid: String(skipInvalid) });
  const response = await authorised(`/api/quizzes/import?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  return (await response.json()) as ImportReply;
}

export async function deleteQuiz(id: string): Promise<void> {
  await authorised(`/api/quizzes/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

export async function launch(request: LaunchRequest): Promise<LaunchReply> {
  const response = await authorised('/api/sessions', jsonBody(request));
  return (await response.json()) as LaunchReply;
}

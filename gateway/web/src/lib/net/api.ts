import type {
  AccessTokenResponse,
  ArenaProblem,
  ImportPreview,
  ImportReply,
  LaunchReply,
  LaunchRequest,
  QuizDocument,
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

const jsonBody = (value: unknown, method = 'POST', headers: Record<string, string> = {}): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json', ...headers },
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

/** A quiz as its author has it, and the version that was read, for {@link replaceQuiz}. */
export interface ReadQuiz {
  document: QuizDocument;
  version: string;
}

/** A quiz that was stored, and its version. */
export interface StoredQuiz {
  summary: QuizSummary;
  version: string;
}

const quizPath = (id: string) => `/api/quizzes/${encodeURIComponent(id)}`;
const versionOf = (response: Response) => response.headers.get('ETag') ?? '*';

export async function readQuiz(id: string): Promise<ReadQuiz> {
  const response = await authorised(quizPath(id));
  return { document: (await response.json()) as QuizDocument, version: versionOf(response) };
}

export async function createQuiz(document: QuizDocument): Promise<StoredQuiz> {
  const response = await authorised('/api/quizzes', jsonBody(document));
  return { summary: (await response.json()) as QuizSummary, version: versionOf(response) };
}

/** Refused as `notNow` when the quiz is no longer the version that was read; `*` stands for any. */
export async function replaceQuiz(id: string, document: QuizDocument, version: string): Promise<StoredQuiz> {
  const response = await authorised(quizPath(id), jsonBody(document, 'PUT', { 'If-Match': version }));
  return { summary: (await response.json()) as QuizSummary, version: versionOf(response) };
}

const fileBody = (file: File): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/octet-stream' },
  body: file,
});

/** What an import would bring. The title is the file's name where the file itself has none. */
export async function previewImport(file: File, title?: string): Promise<ImportPreview> {
  const query = new URLSearchParams({ format: 'auto', ...(title !== undefined && { title }) });
  const response = await authorised(`/api/quizzes/import/preview?${query}`, fileBody(file));
  return (await response.json()) as ImportPreview;
}

/** Imports the sound questions of a file. */
export async function importQuiz(file: File, title: string): Promise<ImportReply> {
  const query = new URLSearchParams({ format: 'auto', title, skipInvalid: 'true' });
  const response = await authorised(`/api/quizzes/import?${query}`, fileBody(file));
  return (await response.json()) as ImportReply;
}

export async function deleteQuiz(id: string): Promise<void> {
  await authorised(quizPath(id), { method: 'DELETE' });
}

export async function launch(request: LaunchRequest): Promise<LaunchReply> {
  const response = await authorised('/api/sessions', jsonBody(request));
  return (await response.json()) as LaunchReply;
}

import type { ImportPreview, ImportReply, LaunchReply, LaunchRequest, QuizDocument, QuizSummary } from '$lib/contract';
import { authorised } from './caller';
import { jsonBody } from './http';

export { ApiError } from './http';

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

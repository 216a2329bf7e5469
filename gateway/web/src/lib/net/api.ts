import type {
  DrawableQuestions,
  ImportConfirmation,
  ImportPreview,
  LaunchReply,
  LaunchRequest,
  Question,
  QuizDocument,
  QuizLabels,
  QuizSummary,
} from '$lib/contract';
import { authorised } from './caller';
import { bodyOf, jsonBody } from './http';

export { ApiError } from './http';

/** What narrows a list of quizzes; an empty text narrows nothing. */
export interface QuizFilter {
  search: string;
  folder: string;
  tag: string;
}

export const noFilter: QuizFilter = { search: '', folder: '', tag: '' };

export async function listQuizzes(filter = noFilter, signal?: AbortSignal): Promise<QuizSummary[]> {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value.trim() !== ''));
  const path = query.size === 0 ? '/api/quizzes' : `/api/quizzes?${query}`;
  return bodyOf<QuizSummary[]>(await authorised(path, signal && { signal }));
}

/** The tags and folders of one's quizzes. */
export async function listLabels(): Promise<QuizLabels> {
  return bodyOf<QuizLabels>(await authorised('/api/quizzes/labels'));
}

/** How many questions a game of a quiz can draw from; with tags, from all quizzes that have one of them. */
export async function countDrawable(id: string, tags: readonly string[]): Promise<number> {
  const query = new URLSearchParams(tags.map((tag) => ['tags', tag]));
  return (await bodyOf<DrawableQuestions>(await authorised(`${quizPath(id)}/drawable?${query}`))).questions;
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
/** A request that may be repeated: without a reply for this long its outcome is unknown. */
const patienceMs = 15_000;
const timely = (request: RequestInit): RequestInit => ({ ...request, signal: AbortSignal.timeout(patienceMs) });
const versionOf = (response: Response) => response.headers.get('ETag') ?? '*';

export async function readQuiz(id: string): Promise<ReadQuiz> {
  const response = await authorised(quizPath(id));
  return { document: await bodyOf<QuizDocument>(response), version: versionOf(response) };
}

/** Which version of a quiz is stored: cheaper than to read it. */
export async function readVersion(id: string): Promise<string> {
  return versionOf(await authorised(`${quizPath(id)}/summary`));
}

/** What a list shows of a quiz: also while a game of it is under way. */
export async function readSummary(id: string): Promise<QuizSummary> {
  return bodyOf<QuizSummary>(await authorised(`${quizPath(id)}/summary`));
}

export async function createQuiz(document: QuizDocument): Promise<StoredQuiz> {
  const response = await authorised('/api/quizzes', jsonBody(document));
  return { summary: await bodyOf<QuizSummary>(response), version: versionOf(response) };
}

/** Creates a quiz with an id of the caller's choice, once: refused as `notNow` when there is one with this id. */
export async function createQuizAs(id: string, document: QuizDocument): Promise<StoredQuiz> {
  const response = await authorised(quizPath(id), timely(jsonBody(document, 'PUT', { 'If-None-Match': '*' })));
  return { summary: await bodyOf<QuizSummary>(response), version: versionOf(response) };
}

/** Refused as `notNow` when the quiz is no longer the version that was read; `*` stands for any. */
export async function replaceQuiz(id: string, document: QuizDocument, version: string): Promise<StoredQuiz> {
  const response = await authorised(quizPath(id), timely(jsonBody(document, 'PUT', { 'If-Match': version })));
  return { summary: await bodyOf<QuizSummary>(response), version: versionOf(response) };
}

const fileBody = (file: File): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/octet-stream' },
  body: file,
});

/** What an import would bring. The one upload of an import: the server keeps what it read for {@link confirmImport}. */
export async function previewImport(file: File, fallbackTitle: string): Promise<ImportPreview> {
  const query = new URLSearchParams({ format: 'auto', fallbackTitle, stage: 'true' });
  const response = await authorised(`/api/quizzes/import/preview?${query}`, fileBody(file));
  return bodyOf<ImportPreview>(response);
}

/** The most questions that a preview shows. */
const mostShown = 200;

/** The questions of a text, as an import of it would bring them: the first ones, if they are very many. */
export async function readQuestions(text: string): Promise<Question[]> {
  const query = new URLSearchParams({ fallbackTitle: '-', shown: `${mostShown}` });
  const file = new File([text], 'pasted.txt');
  const response = await authorised(`/api/quizzes/import/preview?${query}`, fileBody(file));
  return (await bodyOf<ImportPreview>(response)).questions;
}

/** Makes the sound questions of a previewed file a quiz. Repeated, it makes no second one. */
export async function confirmImport(token: string, title: string): Promise<QuizSummary> {
  const request: ImportConfirmation = { token, title };
  return bodyOf<QuizSummary>(await authorised('/api/quizzes/import/confirm', timely(jsonBody(request))));
}

export async function deleteQuiz(id: string): Promise<void> {
  await authorised(quizPath(id), { method: 'DELETE' });
}

export async function launch(request: LaunchRequest): Promise<LaunchReply> {
  const response = await authorised('/api/sessions', jsonBody(request));
  return bodyOf<LaunchReply>(response);
}

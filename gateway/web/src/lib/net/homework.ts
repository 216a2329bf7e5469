import type {
  AttemptReview,
  HomeworkChange,
  HomeworkPage,
  HomeworkReply,
  HomeworkResultsReply,
  NewHomework,
  SoloSeat,
} from '$lib/contract';
import { authorised, isSignedIn } from './caller';
import { bodyOf, errorOf, jsonBody, send } from './http';

const root = '/api/homework';
const path = (id: string, rest = '') => `${root}/${encodeURIComponent(id)}${rest}`;
const linkPath = (token: string, rest = '') => `${root}/links/${encodeURIComponent(token)}${rest}`;
const keyHeader = 'Arena-Player-Key';

/** As the account, if one is signed in here; who plays homework needs none. */
async function asPlayer(url: string, init: RequestInit = {}): Promise<Response> {
  if (isSignedIn()) return authorised(url, init);
  const response = await send(url, init);
  if (!response.ok) throw await errorOf(response);
  return response;
}

/** The homework that the account set, and that others set of its quizzes. */
export async function listHomework(): Promise<HomeworkReply[]> {
  return bodyOf<HomeworkReply[]>(await authorised(root));
}

export async function setHomework(wanted: NewHomework): Promise<HomeworkReply> {
  return bodyOf<HomeworkReply>(await authorised(root, jsonBody(wanted)));
}

export async function readHomework(id: string): Promise<HomeworkResultsReply> {
  return bodyOf<HomeworkResultsReply>(await authorised(path(id)));
}

export async function changeHomework(id: string, change: HomeworkChange): Promise<HomeworkReply> {
  return bodyOf<HomeworkReply>(await authorised(path(id), jsonBody(change, 'PUT')));
}

export async function closeHomework(id: string): Promise<HomeworkReply> {
  return bodyOf<HomeworkReply>(await authorised(path(id, '/close'), { method: 'POST' }));
}

export async function removeHomework(id: string): Promise<void> {
  await authorised(path(id), { method: 'DELETE' });
}

export async function homeworkFile(id: string, attempt: 'best' | 'last', language: string): Promise<Blob> {
  return (await authorised(path(id, `/file?attempt=${attempt}&language=${language}`))).blob();
}

/** The page of a link, with the attempts of the holder of a key. */
export async function readHomeworkPage(token: string, key: string): Promise<HomeworkPage> {
  return bodyOf<HomeworkPage>(await asPlayer(linkPath(token), { headers: { [keyHeader]: key } }));
}

export async function startAttempt(token: string, name: string, key: string): Promise<SoloSeat> {
  return bodyOf<SoloSeat>(await asPlayer(linkPath(token, '/attempts'), jsonBody({ name, key })));
}

export async function readAttempt(token: string, number: number, key: string): Promise<AttemptReview> {
  return bodyOf<AttemptReview>(
    await asPlayer(linkPath(token, `/attempts/${number}`), { headers: { [keyHeader]: key } }),
  );
}

export async function startPractice(quizId: string, name: string): Promise<SoloSeat> {
  return bodyOf<SoloSeat>(await authorised('/api/practice', jsonBody({ quizId, name })));
}

import type { MediaPage, MediumReply, MediumTexts, RemovedMedia } from '$lib/contract';
import { authorised } from './caller';
import { ApiError, bodyOf, jsonBody } from './http';

/** How much of a file is sent, from 0 to 1. */
export type OnProgress = (share: number) => void;

/** Uploads a file. The server looks at what is in it, not at its name. */
export async function uploadMedium(file: Blob, onprogress: OnProgress, signal: AbortSignal): Promise<MediumReply> {
  const path = file instanceof File ? `/api/media?${new URLSearchParams({ title: file.name })}` : '/api/media';
  const request = { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file, signal };
  return bodyOf<MediumReply>(await authorised(path, request, sendReporting(onprogress)));
}

/** As `fetch`, which does not say how much of a body is sent. */
const sendReporting =
  (onprogress: OnProgress) =>
  (path: string, { method, headers, body, signal }: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method ?? 'GET', path);
      new Headers(headers).forEach((value, name) => request.setRequestHeader(name, value));
      request.responseType = 'text';
      request.upload.onprogress = ({ loaded, total }) => onprogress(total > 0 ? loaded / total : 0);
      request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
      request.onerror = () => reject(new ApiError('unavailable'));
      request.onabort = () => reject(signal?.reason instanceof Error ? signal.reason : new ApiError('unavailable'));
      signal?.addEventListener('abort', () => request.abort());
      request.send(body as Blob);
    });

/** What narrows a library. */
export interface MediaFilter {
  search: string;
  unused: boolean;
}

export const allMedia: MediaFilter = { search: '', unused: false };

/** A page of one's media, counted from 0. */
export async function listMedia(
  { search, unused }: MediaFilter,
  page: number,
  signal: AbortSignal,
): Promise<MediaPage> {
  const query = new URLSearchParams({
    page: `${page}`,
    ...(search.trim() && { search: search.trim() }),
    ...(unused && { unused: 'true' }),
  });
  return bodyOf<MediaPage>(await authorised(`/api/media?${query}`, { signal }));
}

export async function describeMedium(name: string, texts: MediumTexts): Promise<void> {
  await authorised(`/api/media/${name}`, jsonBody(texts, 'PUT'));
}

export async function removeMedium(name: string): Promise<void> {
  await authorised(`/api/media/${name}`, { method: 'DELETE' });
}

/** Returns how many there were. */
export async function removeUnusedMedia(): Promise<number> {
  return (await bodyOf<RemovedMedia>(await authorised('/api/media/unused/removal', { method: 'POST' }))).count;
}

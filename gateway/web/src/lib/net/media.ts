import type { MediumReply } from '$lib/contract';
import { authorised } from './caller';
import { ApiError, bodyOf } from './http';

/** How much of a file is sent, from 0 to 1. */
export type OnProgress = (share: number) => void;

/** Uploads a file. The server looks at what is in it, not at its name. */
export async function uploadMedium(file: Blob, onprogress: OnProgress, signal: AbortSignal): Promise<MediumReply> {
  const request = { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file, signal };
  return bodyOf<MediumReply>(await authorised('/api/media', request, sendReporting(onprogress)));
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

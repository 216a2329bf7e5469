import type { ExportLosses } from '$lib/contract';
import { authorised } from './caller';
import { bodyOf } from './http';

/** What a quiz may be exported as. */
export const exportFormats = ['arena', 'csv', 'kahoot', 'gift', 'moodle', 'qti'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file as the server names it. */
export interface ExportedFile {
  name: string;
  content: Blob;
}

const exportPath = (id: string) => `/api/quizzes/${encodeURIComponent(id)}/export`;

/** What a file of the quiz will lack. */
export async function readExportLosses(id: string, format: ExportFormat): Promise<ExportLosses> {
  return bodyOf<ExportLosses>(await authorised(`${exportPath(id)}/losses?${new URLSearchParams({ format })}`));
}

export async function exportQuiz(id: string, format: ExportFormat): Promise<ExportedFile> {
  const response = await authorised(`${exportPath(id)}?${new URLSearchParams({ format })}`);
  return { name: nameIn(response.headers.get('Content-Disposition')), content: await response.blob() };
}

/** The name in a `Content-Disposition` (RFC 6266). */
export function nameIn(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return encoded ? decodeURIComponent(encoded) : 'quiz';
}

import type { QuizDocument } from '$lib/contract';

/** What a quiz's file is called: its title, as far as file systems take it. */
export function fileNameOf(title: string, extension = '.json'): string {
  const plain = title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '');
  return `${plain.slice(0, 80).trim() || 'quiz'}${extension}`;
}

/** Gives the person a file. */
export function saveFile(name: string, content: BlobPart, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the browser may not have begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A quiz as a file that can be imported again. */
export function saveQuiz(quiz: QuizDocument): void {
  saveFile(fileNameOf(quiz.title), `${JSON.stringify(quiz, null, 2)}\n`);
}

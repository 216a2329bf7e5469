import type { Question } from '$lib/contract';
import { readQuestions } from '$lib/net/api';

// Text that is pasted into the editor: lines that become options, and lists that become questions.

/** The lines of a text that say something. */
export const linesOf = (text: string): string[] => text.split(/\r\n|[\r\n]/).flatMap((line) => line.trim() || []);

/** Less is no list of questions with answers. */
const fewestLines = 4;

/** What reads a list of questions: the server, as it reads files. */
export type ListReader = (text: string) => Promise<readonly Question[]>;

/** The questions that a pasted text lists; none where it is one question, or none at all. */
export async function questionsIn(text: string, read: ListReader = readQuestions): Promise<readonly Question[]> {
  if (linesOf(text).length < fewestLines) return [];
  const questions = await read(text);
  return questions.length > 1 ? unnumbered(questions) : [];
}

/** Their numbers are left out where each question has the next one: a quiz numbers its questions itself. */
function unnumbered(questions: readonly Question[]): readonly Question[] {
  const numbers = questions.map(({ prompt }) => /^\s*(\d+)\s*[.):]\s+(?=\S)/.exec(prompt));
  const first = Number(numbers[0]?.[1]);
  if (!numbers.every((number, place) => Number(number?.[1]) === first + place)) return questions;
  return questions.map((question, place) => ({
    ...question,
    prompt: question.prompt.slice(numbers[place]?.[0].length),
  }));
}

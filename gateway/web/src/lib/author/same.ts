import type { DraftQuestion, DraftQuiz } from './draft';
import { normalised } from './faults';

// Whether two drafts are the same to the server, which stores texts normalised and knows no keys.

/** Drafts are replaced, never changed: what a question says is worked out once. */
const contents = new WeakMap<DraftQuestion, string>();

/** What a question says, as the server stores it. */
export function contentOf(question: DraftQuestion): string {
  let content = contents.get(question);
  if (content === undefined) {
    content = JSON.stringify([
      question.type,
      normalised(question.prompt, true),
      question.options.map(({ label, correct }) => [normalised(label, false), correct]),
      question.timeLimitMs,
      question.points,
      normalised(question.explanation, true),
    ]);
    contents.set(question, content);
  }
  return content;
}

export const isSameQuestion = (one: DraftQuestion, other: DraftQuestion): boolean =>
  one === other || contentOf(one) === contentOf(other);

export function isSameQuiz(one: DraftQuiz, other: DraftQuiz): boolean {
  if (one === other) return true;
  return (
    normalised(one.title, false) === normalised(other.title, false) &&
    normalised(one.description, true) === normalised(other.description, true) &&
    one.questions.length === other.questions.length &&
    one.questions.every((question, index) => {
      const counterpart = other.questions[index];
      return counterpart !== undefined && isSameQuestion(question, counterpart);
    })
  );
}

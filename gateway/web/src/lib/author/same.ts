import { questionDocumentOf, type DraftQuestion, type DraftQuiz } from './draft';
import { isSameTags } from './tags';
import { normalised } from './text';

// Whether two drafts are the same to the server, which stores texts normalised and knows no keys.

/** Drafts are replaced, never changed: what a question says is worked out once. */
const contents = new WeakMap<DraftQuestion, string>();

/** The question with its texts as the server stores them. */
function stored(question: DraftQuestion): DraftQuestion {
  const { details } = question;
  return {
    ...question,
    prompt: normalised(question.prompt, true),
    options: question.options.map((option) => ({
      ...option,
      label: normalised(option.label, false),
      partner: normalised(option.partner, false),
    })),
    details: {
      ...details,
      unit: normalised(details.unit, false),
      low: normalised(details.low, false),
      high: normalised(details.high, false),
      body: normalised(details.body, true),
    },
    explanation: normalised(question.explanation, true),
    hint: normalised(question.hint, true),
  };
}

/** What a question says, as the server stores it. */
export function contentOf(question: DraftQuestion): string {
  let content = contents.get(question);
  if (content === undefined) {
    content = JSON.stringify(questionDocumentOf(stored(question)));
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
    normalised(one.folder, false) === normalised(other.folder, false) &&
    isSameTags(one.tags, other.tags) &&
    one.questions.length === other.questions.length &&
    one.questions.every((question, index) => {
      const counterpart = other.questions[index];
      return counterpart !== undefined && isSameQuestion(question, counterpart);
    })
  );
}

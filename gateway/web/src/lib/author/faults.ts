import { gameLimits, type QuizErrorCode } from '$lib/contract';
import type { ContentFault, ListRules } from '$lib/questions/draft-type';
import type { DraftMedium } from './media/medium';
import { draftTypes } from '$lib/questions/drafts';
import { factsOf } from '$lib/questions/types';
import type { DraftQuestion, DraftQuiz } from './draft';
import { lookOf, textFault } from './text';

// What the server would refuse, found while it is being written: the same rules, in the same words. The server has the last one.

/** Where a fault is: a field of the quiz, of a question, or of an entry of its list. */
export interface DraftFault {
  code: QuizErrorCode;
  field:
    | 'title'
    | 'description'
    | 'folder'
    | 'questions'
    | 'prompt'
    | 'explanation'
    | 'hint'
    | 'timeLimitMs'
    | ContentFault['field'];
  question?: number;
  option?: number;
  limit?: number;
}

const optionalFault = (text: string, maxLength: number) =>
  text.trim() === '' ? null : textFault(text, maxLength, true);

/** The faults of a list's entries: two that look the same, or another number of right ones than the type needs. */
function* listFaults({ options }: DraftQuestion, rules: ListRules): Generator<ContentFault> {
  const [few, many, twice] =
    rules.entries === 'answers'
      ? (['tooFewOptions', 'tooManyOptions', 'duplicateOption'] as const)
      : (['tooFewEntries', 'tooManyEntries', 'duplicateEntry'] as const);
  if (options.length > rules.max) yield { field: 'options', code: many, limit: rules.max };
  if (options.length < rules.min) yield { field: 'options', code: few, limit: rules.min };
  const { maxLength: limit } = rules;
  const sides = rules.isPaired ? (['label', 'partner'] as const) : (['label'] as const);
  const seen = sides.map(() => new Set<string>());
  for (const option of options) {
    if (option.picture && rules.entries === 'answers')
      for (const fault of mediumFaults(option.picture)) yield { ...fault, option: option.key };
    for (const [side, field] of sides.entries()) {
      const look = lookOf(option[field]);
      const code = textFault(option[field], limit, false) ?? (seen[side]?.has(look) ? twice : null);
      if (code) yield { option: option.key, field, code, limit };
      seen[side]?.add(look);
    }
  }
  const correct = options.filter((option) => option.correct).length;
  if (rules.correct !== 'none' && correct === 0) yield { field: 'options', code: 'noCorrectOption' };
  if (rules.correct === 'one' && correct > 1) yield { field: 'options', code: 'severalCorrectOptions' };
}

function* mediumFaults({ alt, credit }: DraftMedium): Generator<ContentFault> {
  const shown = optionalFault(alt, gameLimits.maxAltLength);
  if (shown) yield { field: 'alt', code: shown };
  const author = optionalFault(credit, gameLimits.maxCreditLength);
  if (author) yield { field: 'credit', code: author };
}

/** Questions are replaced, never changed: each is looked at once, and not with every key that is typed in another. */
const known = new WeakMap<DraftQuestion, readonly DraftFault[]>();

function faultsOfQuestion(question: DraftQuestion): readonly DraftFault[] {
  let faults = known.get(question);
  if (faults === undefined) {
    faults = [...questionFaults(question)];
    known.set(question, faults);
  }
  return faults;
}

function* questionFaults(question: DraftQuestion): Generator<DraftFault> {
  const at = { question: question.key };
  const prompt = textFault(question.prompt, gameLimits.maxPromptLength, true);
  if (prompt) yield { ...at, field: 'prompt', code: prompt };
  if (question.medium) for (const fault of mediumFaults(question.medium)) yield { ...at, ...fault };
  const explanation = optionalFault(question.explanation, gameLimits.maxExplanationLength);
  if (explanation) yield { ...at, field: 'explanation', code: explanation };
  const hint = factsOf[question.type].isScored ? optionalFault(question.hint, gameLimits.maxHintLength) : null;
  if (hint) yield { ...at, field: 'hint', code: hint };
  const { timeLimitMs } = question;
  const isTime = timeLimitMs === null || Number.isInteger(timeLimitMs);
  if (
    !isTime ||
    (timeLimitMs !== null && (timeLimitMs < gameLimits.minTimeLimitMs || timeLimitMs > gameLimits.maxTimeLimitMs))
  )
    yield { ...at, field: 'timeLimitMs', code: 'outOfRange' };
  const type = draftTypes[question.type];
  if (type.list) for (const fault of listFaults(question, type.list)) yield { ...at, ...fault };
  for (const fault of type.faults(question)) yield { ...at, ...fault };
}

/** Everything that keeps a quiz from being stored, in the order of the form. */
export function faultsOf(draft: DraftQuiz): DraftFault[] {
  const faults: DraftFault[] = [];
  const title = textFault(draft.title, gameLimits.maxTitleLength, false);
  if (title) faults.push({ field: 'title', code: title });
  const description = optionalFault(draft.description, gameLimits.maxDescriptionLength);
  if (description) faults.push({ field: 'description', code: description });
  const folder = draft.folder.trim() === '' ? null : textFault(draft.folder, gameLimits.maxFolderLength, false);
  if (folder) faults.push({ field: 'folder', code: folder });
  if (draft.questions.length === 0) faults.push({ field: 'questions', code: 'noQuestions' });
  if (draft.questions.length > gameLimits.maxQuizQuestions)
    faults.push({ field: 'questions', code: 'tooManyQuestions' });
  for (const question of draft.questions) faults.push(...faultsOfQuestion(question));
  return faults;
}

import { gameLimits, type QuizErrorCode } from '$lib/contract';
import type { DraftQuestion, DraftQuiz } from './draft';

// What the server would refuse, found while it is being written: the same rules, in the same words. The server has the last one.

/** Where a fault is: a field of the quiz, of a question, or of an option of it. */
export interface DraftFault {
  code: QuizErrorCode;
  field: 'title' | 'description' | 'questions' | 'prompt' | 'explanation' | 'timeLimitMs' | 'options' | 'label';
  question?: number;
  option?: number;
}

const lineEndings = /\r\n|[\r\f\u0085\u2028\u2029]/g;
const damaged = /[\uFFFD\uFFFE]|\p{Cs}/u;
const forbidden = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;
const visible = /[^\p{Zs}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Cn}\u115F\u1160\u3164\uFFA0\u2800]/u;

/** A text as the server stores it: composed, trimmed, and on one line with single spaces unless it may have several lines. */
export function normalised(text: string, lines: boolean): string {
  const composed = text.replace(lineEndings, '\n').replaceAll('\t', ' ').normalize('NFC');
  return lines ? composed.replace(/[^\S\n]+$/gm, '').trim() : composed.trim().replace(/\s+/g, ' ');
}

// Invisible signs, and letters of another script and quotes that look the same: as the server compares labels.
const invisible = /[\p{Cf}\u034F\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;
const twins = 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕЅІЈКМНОРСТХаеосрхуіјѕ‘’ʼ“”\u2010\u2011\u2212';
const latin = `ABEZHIKMNOPTYXoABESIJKMHOPCTXaeocpxyijs'''""---`;
const stacked = /\p{M}{31}/u;

/** How a label looks on a screen: two with the same look cannot be distinguished. */
export const lookOf = (label: string) =>
  Array.from(normalised(label, false).replace(invisible, ''), (sign) => latin[twins.indexOf(sign)] ?? sign).join('');

/** The fault of a text, or null. */
export function textFault(text: string, maxLength: number, lines: boolean): QuizErrorCode | null {
  if (text.length > 4 * maxLength) return 'tooLong';
  const unified = text.replace(lineEndings, '\n').replaceAll('\t', ' ');
  const checked = lines ? unified.replaceAll('\n', ' ') : unified;
  if (damaged.test(checked)) return 'damagedText';
  if (forbidden.test(checked)) return 'controlCharacter';
  if (stacked.test(checked)) return 'stackedMarks';
  if (!visible.test(checked)) return 'empty';
  return normalised(text, lines).length > maxLength ? 'tooLong' : null;
}

const optionalFault = (text: string, maxLength: number) =>
  text.trim() === '' ? null : textFault(text, maxLength, true);

function* questionFaults(question: DraftQuestion): Generator<DraftFault> {
  const at = { question: question.key };
  const prompt = textFault(question.prompt, gameLimits.maxPromptLength, true);
  if (prompt) yield { ...at, field: 'prompt', code: prompt };
  const explanation = optionalFault(question.explanation, gameLimits.maxExplanationLength);
  if (explanation) yield { ...at, field: 'explanation', code: explanation };
  const { timeLimitMs, options, type } = question;
  const isTime = Number.isInteger(timeLimitMs);
  if (!isTime || timeLimitMs < gameLimits.minTimeLimitMs || timeLimitMs > gameLimits.maxTimeLimitMs)
    yield { ...at, field: 'timeLimitMs', code: 'outOfRange' };
  const most = type === 'trueFalse' ? gameLimits.minOptions : gameLimits.maxOptions;
  if (options.length > most) yield { ...at, field: 'options', code: 'tooManyOptions' };
  if (options.length < gameLimits.minOptions) yield { ...at, field: 'options', code: 'tooFewOptions' };
  const seen = new Set<string>();
  for (const option of options) {
    const look = lookOf(option.label);
    const code =
      textFault(option.label, gameLimits.maxOptionLength, false) ?? (seen.has(look) ? 'duplicateOption' : null);
    if (code) yield { ...at, option: option.key, field: 'label', code };
    seen.add(look);
  }
  const correct = options.filter((option) => option.correct).length;
  if (correct !== 1)
    yield { ...at, field: 'options', code: correct === 0 ? 'noCorrectOption' : 'severalCorrectOptions' };
}

/** Everything that keeps a quiz from being stored, in the order of the form. */
export function faultsOf(draft: DraftQuiz): DraftFault[] {
  const faults: DraftFault[] = [];
  const title = textFault(draft.title, gameLimits.maxTitleLength, false);
  if (title) faults.push({ field: 'title', code: title });
  const description = optionalFault(draft.description, gameLimits.maxDescriptionLength);
  if (description) faults.push({ field: 'description', code: description });
  if (draft.questions.length === 0) faults.push({ field: 'questions', code: 'noQuestions' });
  if (draft.questions.length > gameLimits.maxQuizQuestions)
    faults.push({ field: 'questions', code: 'tooManyQuestions' });
  for (const question of draft.questions) faults.push(...questionFaults(question));
  return faults;
}

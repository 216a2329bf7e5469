import { describe, expect, it } from 'vitest';
import { gameLimits } from '$lib/contract';
import { blankQuestion, blankQuiz, documentOf, draftOf, ofType, withoutOption, type DraftQuiz } from './draft';
import { faultsOf } from './faults';
import { normalised, textFault } from './text';
import { moved } from '$lib/ui/reorder';

const sound = (): DraftQuiz => ({
  title: 'Capitals',
  description: '',
  tags: [],
  folder: '',
  questions: [
    {
      ...blankQuestion(),
      prompt: 'What is the capital of Australia?',
      options: [
        { key: 901, label: 'Canberra', correct: true, partner: '' },
        { key: 902, label: 'Sydney', correct: false, partner: '' },
      ],
    },
  ],
});

const codes = (draft: DraftQuiz) => faultsOf(draft).map((fault) => `${fault.field} ${fault.code}`);
const withQuestion = (changes: Partial<DraftQuiz['questions'][number]>) => {
  const draft = sound();
  return { ...draft, questions: draft.questions.map((question) => ({ ...question, ...changes })) };
};

describe('a quiz being written', () => {
  it('has no fault when the server would take it', () => {
    expect(faultsOf(sound())).toEqual([]);
  });

  it('that is new lacks its texts', () => {
    expect(codes(blankQuiz()).slice(0, 2)).toEqual(['title empty', 'prompt empty']);
  });

  it('keeps the server’s limits', () => {
    const long = 'x'.repeat(gameLimits.maxPromptLength);
    expect(codes(withQuestion({ prompt: long }))).toEqual([]);
    expect(codes(withQuestion({ prompt: `${long}x` }))).toEqual(['prompt tooLong']);
    expect(codes(withQuestion({ timeLimitMs: 4_999 }))).toEqual(['timeLimitMs outOfRange']);
    expect(codes(withQuestion({ timeLimitMs: 240_000 }))).toEqual([]);
    expect(codes(withQuestion({ explanation: 'x'.repeat(501) }))).toEqual(['explanation tooLong']);
  });

  it('has options that differ once they are normalised, one of them right', () => {
    const options = (...labels: string[]) =>
      labels.map((label, index) => ({ key: index + 1, label, correct: index === 0, partner: '' }));
    expect(codes(withQuestion({ options: options('New  York', ' New York') }))).toEqual(['label duplicateOption']);
    expect(codes(withQuestion({ options: options('é', 'e\u0301') }))).toEqual(['label duplicateOption']);
    expect(codes(withQuestion({ options: options('yes', 'ye\u200Bs') }))).toEqual(['label duplicateOption']);
    expect(codes(withQuestion({ options: options('A', '\u0410') }))).toEqual(['label duplicateOption']);
    expect(codes(withQuestion({ options: options('mL', 'ML', 'x²', 'x2') }))).toEqual([]);
    expect(codes(withQuestion({ options: options('one') }))).toEqual(['options tooFewOptions']);
    expect(codes(withQuestion({ options: options('a', 'b').map((each) => ({ ...each, correct: false })) }))).toEqual([
      'options noCorrectOption',
    ]);
    expect(codes(withQuestion({ type: 'trueFalse', options: options('a', 'b', 'c') }))).toEqual([
      'options tooManyOptions',
    ]);
  });
});

describe('a text', () => {
  it.each([
    ['\u200b\u2060', 'empty'],
    ['\u3164', 'empty'],
    ['a\u0007b', 'controlCharacter'],
    ['a\u202eb', 'controlCharacter'],
    ['a\ufffdb', 'damagedText'],
    [`a${'\u0301'.repeat(31)}`, 'stackedMarks'],
    ['a\ud800b', 'damagedText'],
    ['12345678901', 'tooLong'],
    ['  1234567890  ', null],
    ['👩‍🚀', null],
  ])('%j is %s', (text, expected) => {
    expect(textFault(text, 10, false)).toBe(expected);
  });

  it('of several lines may break them, one of a single line may not', () => {
    expect(textFault('a\r\nb', 10, true)).toBeNull();
    expect(textFault('a\nb', 10, false)).toBe('controlCharacter');
    expect(normalised(' a \r\n\tb ', true)).toBe('a\n b');
    expect(normalised(' a \t b ', false)).toBe('a b');
  });
});

describe('steps of an author', () => {
  it('move an entry to another place', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    const list = ['a'];
    expect(moved(list, 0, 1)).toBe(list);
  });

  it('keep one option right when the right one is removed or the kind changes', () => {
    const question = withoutOption(sound().questions[0] ?? blankQuestion(), 901);
    expect(question.options).toEqual([{ key: 902, label: 'Sydney', correct: true, partner: '' }]);
    const asked = ofType(blankQuestion(), 'trueFalse', ['True', 'False']);
    expect(asked.options.map(({ label, correct }) => [label, correct])).toEqual([
      ['True', true],
      ['False', false],
    ]);
  });

  it('come back from the file that they make', () => {
    const draft = { ...sound(), description: 'For class 7b.' };
    expect(documentOf(draftOf(documentOf(draft)))).toEqual(documentOf(draft));
    expect(documentOf(sound())).not.toHaveProperty('description');
  });
});

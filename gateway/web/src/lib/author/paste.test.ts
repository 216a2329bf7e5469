import { describe, expect, it } from 'vitest';
import { gameLimits, type Question } from '$lib/contract';
import { blankQuestion, blankQuiz, mostOptions, ofType, withLines, withQuestions, type DraftQuestion } from './draft';
import { linesOf, questionsIn } from './paste';

const labels = (question: DraftQuestion) => question.options.map(({ label }) => label);
const asked = (prompt: string): DraftQuestion => ({ ...blankQuestion(), prompt });
const lines = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);

describe('lines that are pasted into an answer', () => {
  it('are the lines with something in them', () => {
    expect(linesOf(' a \r\n\r\nb\n \t\nc\rd')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('fill empty answers and add others', () => {
    const { question, left } = withLines(blankQuestion(), 1, lines(5));
    expect(labels(question)).toEqual(['', '0', '1', '2', '3', '4']);
    expect(left).toBe(0);
  });

  it('come before answers that are written', () => {
    const blank = blankQuestion();
    const written = {
      ...blank,
      options: blank.options.map((option, index) => ({ ...option, label: 'abcd'[index] ?? '' })),
    };
    expect(labels(withLines(written, 1, ['x', 'y']).question)).toEqual(['a', 'x', 'y', 'c', 'd']);
  });

  it('are as many as a question may have, and the others are counted', () => {
    const most = mostOptions(blankQuestion());
    const { question, left } = withLines(blankQuestion(), 0, lines(most + 3));
    expect(labels(question)).toEqual(lines(most));
    expect(left).toBe(3);
  });

  it('are accepted answers where these are listed', () => {
    const typed = ofType(blankQuestion(), 'typedAnswer', ['True', 'False']);
    const { question } = withLines(typed, 0, lines(3));
    expect(question.options.filter(({ correct }) => correct).map(({ label }) => label)).toEqual(lines(3));
  });
});

describe('a list of questions that is pasted', () => {
  const told = (...prompts: string[]) => prompts.map((prompt) => ({ prompt }) as Question);
  const read = async () => told('One?', 'Two?');

  it('is read by the server if it can be one', async () => {
    expect(await questionsIn('1. One?\na) A\nb) B\nAnswer: A', read)).toHaveLength(2);
    expect(await questionsIn('A text\nof two lines', () => Promise.reject(new Error('not asked')))).toEqual([]);
  });

  it.each([
    [
      ['1. One?', '2. Two?'],
      ['One?', 'Two?'],
    ],
    [
      ['7) Seven?', ' 8) Eight?'],
      ['Seven?', 'Eight?'],
    ],
    [
      ['1. One?', '3. Three?'],
      ['1. One?', '3. Three?'],
    ],
    [
      ['1. FC Köln?', 'Two?'],
      ['1. FC Köln?', 'Two?'],
    ],
    [
      ['1.5 is what?', '2.5 is what?'],
      ['1.5 is what?', '2.5 is what?'],
    ],
  ])('loses the numbers of %j if they count', async (prompts, expected) => {
    const questions = await questionsIn('a\nb\nc\nd', async () => told(...prompts));
    expect(questions.map(({ prompt }) => prompt)).toEqual(expected);
  });

  it('is no list if it holds one question', async () => {
    expect(await questionsIn('One?\na) A\nb) B\nAnswer: A', async () => told('One?'))).toEqual([]);
  });

  it('takes the place of a blank question, and follows any other', () => {
    const [one, two] = [asked('one'), asked('two')];
    const prompts = (quiz: { questions: readonly DraftQuestion[] }) => quiz.questions.map(({ prompt }) => prompt);
    expect(prompts(withQuestions(blankQuiz(), 0, [one, two]))).toEqual(['one', 'two']);
    const quiz = { ...blankQuiz(), questions: [asked('first'), asked('last')] };
    expect(prompts(withQuestions(quiz, 0, [one, two]))).toEqual(['first', 'one', 'two', 'last']);
  });

  it('brings as many as the quiz has room for', () => {
    const full = Array.from({ length: gameLimits.maxQuizQuestions - 1 }, () => asked('old'));
    const { questions } = withQuestions({ ...blankQuiz(), questions: full }, 0, [asked('new'), asked('too many')]);
    expect(questions).toHaveLength(gameLimits.maxQuizQuestions);
    expect(questions[1]?.prompt).toBe('new');
  });
});

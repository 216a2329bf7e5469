import { describe, expect, it } from 'vitest';
import type { Medium, Question } from '$lib/contract';
import { fixtureQuestions, writtenQuiz } from '$lib/gallery/fixtures';
import { documentOf, draftOf } from '../draft';
import { faultsOf } from '../faults';
import { creditsOf } from './medium';

const photo: Medium = {
  name: 'a'.repeat(32),
  kind: 'picture',
  alt: 'A lake',
  width: 1_600,
  height: 900,
  credit: 'Ann',
};
const shown = {
  ...fixtureQuestions[0],
  media: photo,
  options: [
    { label: 'One', correct: true, picture: { ...photo, credit: 'Bob' } },
    { label: 'Two', correct: false },
    { label: 'Three', correct: false, picture: photo },
  ],
} as Question;

describe('media of a quiz that is being written', () => {
  it('are stored as they were read', () => {
    const quiz = writtenQuiz({ questions: [shown] });
    expect(documentOf(draftOf(quiz))).toEqual(quiz);
  });

  it('have no texts where none are written', () => {
    const [question] = draftOf(writtenQuiz({ questions: [shown] })).questions;
    const medium = question?.medium && { ...question.medium, alt: ' ', credit: '' };
    const written = documentOf({
      title: 'T',
      description: '',
      tags: [],
      folder: '',
      questions: question && medium ? [{ ...question, medium }] : [],
    });
    expect(written.questions[0]?.media).toEqual({ name: photo.name, kind: 'picture', width: 1_600, height: 900 });
  });

  it('name each author once', () => {
    const [question] = draftOf(writtenQuiz({ questions: [shown] })).questions;
    expect(question && creditsOf(question)).toEqual(['Ann', 'Bob']);
  });

  it('have texts within the limits of the server', () => {
    const long = { ...photo, alt: 'x'.repeat(251), credit: 'y'.repeat(251) };
    const draft = draftOf(writtenQuiz({ questions: [{ ...shown, media: long }] }));
    expect(faultsOf(draft).map(({ field, code }) => `${field} ${code}`)).toEqual(['alt tooLong', 'credit tooLong']);
  });
});

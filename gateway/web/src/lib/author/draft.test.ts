import { describe, expect, it } from 'vitest';
import { writtenQuiz } from '$lib/gallery/fixtures';
import { documentOf, documentText, draftOf } from './draft';
import { faultsOf } from './faults';

describe('a quiz that is being written', () => {
  it('has the same stored form as text, with and without questions', () => {
    const draft = draftOf(writtenQuiz({ description: 'Words', tags: ['Tag'], folder: 'Folder' }));
    for (const each of [draft, { ...draft, questions: [] }, draft])
      expect(JSON.parse(documentText(each))).toEqual(documentOf(each));
  });

  it('is looked at again only where it has changed', () => {
    const draft = draftOf(writtenQuiz());
    const before = faultsOf(draft);
    const [first, ...others] = draft.questions;
    const questions = first ? [{ ...first, prompt: '' }, ...others] : [];
    const emptied = { code: 'empty', field: 'prompt', question: first?.key };
    expect(faultsOf({ ...draft, questions })).toEqual([emptied, ...before]);
    expect(faultsOf(draft)).toEqual(before);
    expect(documentText({ ...draft, questions })).not.toEqual(documentText(draft));
  });
});

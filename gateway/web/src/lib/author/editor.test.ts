import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { QuizDocument } from '$lib/contract';
import { ApiError } from '$lib/net/api';
import { QuizEditor, type QuizShelf } from './editor.svelte';

const document: QuizDocument = {
  arena: 1,
  title: 'Capitals',
  questions: [
    {
      type: 'singleChoice',
      prompt: 'Capital of Australia?',
      options: [
        { label: 'Canberra', correct: true },
        { label: 'Sydney', correct: false },
      ],
      timeLimitMs: 20_000,
      points: 1000,
    },
  ],
};

/** A server with one quiz, which may be changed behind the editor's back. */
function shelf() {
  let version = 1;
  const stored: QuizDocument[] = [document];
  const replies: (ApiError | null)[] = [];
  const summary = (each: QuizDocument) => ({
    id: 'q1',
    title: each.title,
    questionCount: 1,
    visibility: 'private' as const,
    updatedAt: '',
  });
  const put = (each: QuizDocument) => {
    const refusal = replies.shift();
    if (refusal) throw refusal;
    stored.push(each);
    return { summary: summary(each), version: `"${++version}"` };
  };
  const api: QuizShelf = {
    read: async () => ({ document: stored.at(-1) ?? document, version: `"${version}"` }),
    create: async (each) => put(each),
    replace: async (_, each, seen) => {
      if (seen !== '*' && seen !== `"${version}"`) throw new ApiError('notNow');
      return put(each);
    },
  };
  return { api, stored, replies, changeElsewhere: (each: QuizDocument) => put(each) };
}

const kept = new Map<string, string>();

beforeEach(() => {
  vi.useFakeTimers();
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function opened(id = 'q1') {
  const server = shelf();
  const created: string[] = [];
  const editor = new QuizEditor(id, (fresh) => created.push(fresh), server.api);
  await editor.open();
  return { ...server, editor, created };
}

const retitle = (editor: QuizEditor, title: string) => editor.change({ ...editor.draft, title }, 'title');

describe('an editor', () => {
  it('stores a sound quiz once the author pauses, and only then', async () => {
    const { editor, stored } = await opened();
    retitle(editor, 'C');
    retitle(editor, 'Ca');
    expect(editor.save.kind).toBe('waiting');
    expect(kept.size).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(stored.map((each) => each.title)).toEqual(['Capitals', 'Ca']);
    expect(editor.save.kind).toBe('saved');
    expect(kept.size).toBe(0);
  });

  it('keeps an unsound quiz in this browser, and goes on with it at the next visit', async () => {
    const first = await opened();
    retitle(first.editor, '');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(first.editor.save.kind).toBe('unsound');
    expect(first.stored).toHaveLength(1);
    first.editor.close();
    const second = await opened();
    expect(second.editor.draft.title).toBe('');
    second.editor.undo();
    expect(second.editor.draft.title).toBe('Capitals');
  });

  it('creates a new quiz with the first sound state, and replaces it from then on', async () => {
    const { editor, created, stored } = await opened('new');
    expect(editor.id).toBeNull();
    const [question] = editor.draft.questions;
    if (!question) throw new Error('A new quiz has a question.');
    const options = question.options.slice(0, 2).map((option, index) => ({ ...option, label: `${index}` }));
    editor.change({ ...editor.draft, title: 'New', questions: [{ ...question, prompt: 'Which?', options }] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(created).toEqual(['q1']);
    expect(editor.id).toBe('q1');
    retitle(editor, 'Newer');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(stored.map((each) => each.title)).toEqual(['Capitals', 'New', 'Newer']);
    expect(created).toHaveLength(1);
  });

  it('tries again while the server cannot be reached', async () => {
    const { editor, stored, replies } = await opened();
    replies.push(new ApiError('unavailable'), new ApiError('unavailable'));
    retitle(editor, 'Later');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(editor.save.kind).toBe('offline');
    expect(kept.size).toBe(1);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(editor.save.kind).toBe('saved');
    expect(stored.at(-1)?.title).toBe('Later');
  });

  it('lets the author choose when the quiz was changed elsewhere', async () => {
    const { editor, stored, changeElsewhere } = await opened();
    changeElsewhere({ ...document, title: 'Theirs' });
    retitle(editor, 'Mine');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(editor.save.kind).toBe('conflict');
    await editor.takeTheirs();
    expect(editor.draft.title).toBe('Theirs');
    editor.undo();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(stored.at(-1)?.title).toBe('Mine');

    changeElsewhere({ ...document, title: 'Theirs again' });
    retitle(editor, 'Mine again');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(editor.save.kind).toBe('conflict');
    await editor.keepMine();
    expect(stored.at(-1)?.title).toBe('Mine again');
    expect(editor.save.kind).toBe('saved');
  });

  it('says why the server does not take it', async () => {
    const { editor, replies } = await opened();
    replies.push(new ApiError('invalidQuiz'));
    retitle(editor, 'Odd');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(editor.save).toEqual({ kind: 'refused', code: 'invalidQuiz' });
    editor.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(editor.save.kind).toBe('saved');
  });

  it('stores what was typed while it was storing', async () => {
    const { editor, stored } = await opened();
    retitle(editor, 'One');
    editor.hurry();
    retitle(editor, 'Two');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(stored.map((each) => each.title)).toEqual(['Capitals', 'One', 'Two']);
    expect(editor.save.kind).toBe('saved');
  });
});

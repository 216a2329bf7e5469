import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Question, QuizDocument } from '$lib/contract';
import { ApiError } from '$lib/net/api';
import type { DraftQuiz } from './draft';
import type { Tabs } from './drafts';
import { QuizEditor } from './editor.svelte';
import type { QuizShelf } from './shelf';

const asked = (prompt: string, ...labels: string[]): Question => ({
  type: 'singleChoice',
  prompt,
  options: labels.map((label, index) => ({ label, correct: index === 0 })),
  shuffle: false,
  timeLimitMs: 20_000,
  points: 1000,
});

const capitals: QuizDocument = {
  arena: 1,
  title: 'Capitals',
  questions: [asked('Capital of Australia?', 'Canberra', 'Sydney'), asked('Capital of France?', 'Paris', 'Lyon')],
};

/** A server with one quiz, which may be changed behind the editor's back, refuse, or lose its replies. */
function shelf() {
  const quizzes = new Map<string, { document: QuizDocument; version: number }>([
    ['q1', { document: capitals, version: 1 }],
  ]);
  const refusals: ApiError[] = [];
  /** Refusals to say which version is stored. */
  const glances: Error[] = [];
  let lostReplies = 0;
  const writes: string[] = [];
  const put = (id: string, document: QuizDocument) => {
    const version = (quizzes.get(id)?.version ?? 0) + 1;
    quizzes.set(id, { document, version });
    if (lostReplies > 0) {
      lostReplies--;
      throw new ApiError('unavailable');
    }
    const { title } = document;
    const summary = { id, title, questionCount: 1, visibility: 'private' as const, updatedAt: '', tags: [] };
    return { summary, version: `"${version}"` };
  };
  const refuse = (write: string) => {
    writes.push(write);
    const refusal = refusals.shift();
    if (refusal) throw refusal;
  };
  const api: QuizShelf = {
    read: async (id) => {
      const quiz = quizzes.get(id);
      if (!quiz) throw new ApiError('unknownQuiz');
      return { document: quiz.document, version: `"${quiz.version}"` };
    },
    version: async (id) => {
      const refusal = glances.shift();
      if (refusal) throw refusal;
      const quiz = quizzes.get(id);
      if (!quiz) throw new ApiError('unknownQuiz');
      return `"${quiz.version}"`;
    },
    create: async (id, document) => {
      refuse(`create ${document.title}`);
      if (quizzes.has(id)) throw new ApiError('notNow');
      return put(id, document);
    },
    replace: async (id, document, seen) => {
      refuse(`replace ${document.title}`);
      if (seen !== `"${quizzes.get(id)?.version}"`) throw new ApiError('notNow');
      return put(id, document);
    },
  };
  return {
    api,
    quizzes,
    refusals,
    glances,
    writes,
    loseReplies: (count: number) => (lostReplies = count),
    stored: (id = 'q1') => quizzes.get(id)?.document,
    changeElsewhere: (document: QuizDocument) => void put('q1', document),
  };
}

type Server = ReturnType<typeof shelf>;

const kept = new Map<string, string>();
/** What the tab that is looked at keeps of its own. */
const steps = new Map<string, string>();
let isFull = false;

beforeEach(() => {
  vi.useFakeTimers();
  kept.clear();
  isFull = false;
  // As in a browser, the names of stored items are the object's own.
  const storage = new Proxy(
    {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => {
        if (isFull) throw new Error('QuotaExceededError');
        kept.set(key, value);
      },
      removeItem: (key: string) => kept.delete(key),
    },
    {
      ownKeys: () => [...kept.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
  vi.stubGlobal('localStorage', storage);
  steps.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => steps.get(key) ?? null,
    setItem: (key: string, value: string) => void steps.set(key, value),
    removeItem: (key: string) => steps.delete(key),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A browser with these tabs open; the first is the one that is looked at. */
const tabs = (...open: string[]): Tabs => ({
  current: () => open[0] ?? '',
  open: async (names) => new Set(names.filter((name) => open.includes(name))),
});

async function opened(id = 'q1', server: Server = shelf(), browser: Tabs = tabs('a'), readdressed = Promise.resolve()) {
  const created: string[] = [];
  const readdress = (fresh: string) => {
    created.push(fresh);
    return readdressed;
  };
  const editor = new QuizEditor(id, readdress, server.api, browser);
  await editor.open();
  return { ...server, server, editor, created };
}

const retitle = (editor: QuizEditor, title: string) => editor.change({ ...editor.draft, title }, 'title');

function rewrite(editor: QuizEditor, place: number, prompt: string) {
  const questions = editor.draft.questions.map((each, index) => (index === place ? { ...each, prompt } : each));
  editor.change({ ...editor.draft, questions }, `prompt-${place}`);
}

/** Makes a blank quiz one that the server takes. */
function complete(draft: DraftQuiz): DraftQuiz {
  const [question] = draft.questions;
  if (!question) throw new Error('A new quiz has a question.');
  const options = question.options.slice(0, 2).map((option, index) => ({ ...option, label: `${index}` }));
  return { ...draft, title: 'New', questions: [{ ...question, prompt: 'Which?', options }] };
}

const prompts = (document: QuizDocument | DraftQuiz | undefined) => document?.questions.map((each) => each.prompt);
const pause = () => vi.advanceTimersByTimeAsync(1_000);

describe('an editor', () => {
  it('stores a sound quiz once the author pauses, and only then', async () => {
    const { editor, writes } = await opened();
    expect(editor.save.kind).toBe('saved');
    retitle(editor, 'C');
    retitle(editor, 'Ca');
    expect(editor.save.kind).toBe('waiting');
    expect(kept.size).toBe(1);
    await pause();
    expect(writes).toEqual(['replace Ca']);
    expect(editor.save.kind).toBe('saved');
    expect(kept.size).toBe(0);
  });

  it('keeps an unsound quiz in this browser, and continues with it at the next visit', async () => {
    const first = await opened();
    retitle(first.editor, '');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(first.editor.save).toEqual({ kind: 'unsound', kept: true });
    expect(first.writes).toEqual([]);
    first.editor.close();
    const second = await opened();
    expect(second.editor.draft.title).toBe('');
    second.editor.undo();
    expect(second.editor.draft.title).toBe('Capitals');
    expect(second.editor.save.kind).toBe('saved');
  });

  it('says when the browser does not keep unstored changes', async () => {
    const { editor } = await opened();
    isFull = true;
    retitle(editor, '');
    expect(editor.save).toEqual({ kind: 'unsound', kept: false });
  });

  it('stores a new quiz again after every pause, and its first steps can be undone', async () => {
    const { editor, created, writes, stored } = await opened('new');
    expect(editor.id).toBeNull();
    expect(editor.save.kind).toBe('unstored');
    editor.change(complete(editor.draft));
    expect(editor.save.kind).toBe('waiting');
    await pause();
    expect(created).toEqual([editor.id]);
    expect(editor.save.kind).toBe('saved');
    retitle(editor, 'Newer');
    await pause();
    rewrite(editor, 0, 'Which one?');
    await pause();
    expect(writes).toEqual(['create New', 'replace Newer', 'replace Newer']);
    expect(created).toHaveLength(1);
    expect(prompts(stored(editor.id ?? ''))).toEqual(['Which one?']);
    editor.undo();
    editor.undo();
    expect(editor.draft.title).toBe('New');
    expect(editor.save.kind).toBe('waiting');
    await pause();
    expect(stored(editor.id ?? '')?.title).toBe('New');
    editor.undo();
    expect(prompts(editor.draft)).toEqual(['']);
    expect(editor.save.kind).toBe('unsound');
    editor.redo();
    expect(editor.save.kind).toBe('saved');
  });

  it('continues with a new quiz when the page is loaded again before it has its address', async () => {
    const first = await opened('new', shelf(), tabs('a'), new Promise(() => undefined));
    first.editor.change(complete(first.editor.draft));
    await pause();
    expect(first.writes).toEqual(['create New']);
    expect(first.editor.save.kind).toBe('saving');
    rewrite(first.editor, 0, 'Which one?');
    first.editor.close();

    const { editor, writes, created, stored } = await opened('new', first.server);
    expect(prompts(editor.draft)).toEqual(['Which one?']);
    await pause();
    await pause();
    expect(writes).toEqual(['create New', 'create New', 'replace New']);
    expect(created).toEqual([editor.id]);
    expect(prompts(stored(editor.id ?? ''))).toEqual(['Which one?']);
    expect(editor.save.kind).toBe('saved');
    expect(kept.size).toBe(0);
  });

  it('creates one quiz when the reply is lost', async () => {
    const { editor, quizzes, loseReplies, writes } = await opened('new');
    loseReplies(1);
    editor.change(complete(editor.draft));
    await pause();
    expect(editor.save).toEqual({ kind: 'offline', kept: true });
    retitle(editor, 'Typed meanwhile');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(editor.save.kind).toBe('saved');
    expect(writes).toEqual(['create New', 'create Typed meanwhile', 'replace Typed meanwhile']);
    expect([...quizzes.values()].map(({ document }) => document.title)).toEqual(['Capitals', 'Typed meanwhile']);
    expect(editor.note).toBeNull();
  });

  it('does not say that a step is stored whose successor may have been', async () => {
    const { editor, loseReplies, stored } = await opened();
    loseReplies(1);
    retitle(editor, 'Later');
    await pause();
    editor.undo();
    expect(editor.draft.title).toBe('Capitals');
    expect(editor.save.kind).toBe('offline');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(editor.save.kind).toBe('saved');
    expect(stored()?.title).toBe('Capitals');
    expect(editor.note).toBeNull();
  });

  it('tries again while the server cannot be reached', async () => {
    const { editor, stored, refusals } = await opened();
    refusals.push(new ApiError('unavailable'), new ApiError('overloaded'));
    retitle(editor, 'Later');
    await pause();
    expect(editor.save.kind).toBe('offline');
    expect(await editor.settled()).toBe(false);
    expect(kept.size).toBe(1);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(editor.save.kind).toBe('saved');
    expect(stored()?.title).toBe('Later');
  });

  it('says why the server does not take it', async () => {
    const { editor, refusals } = await opened();
    refusals.push(new ApiError('invalidQuiz'));
    retitle(editor, 'Odd');
    await pause();
    expect(editor.save).toEqual({ kind: 'refused', code: 'invalidQuiz' });
    expect(await editor.settled()).toBe(true);
    expect(editor.save.kind).toBe('saved');
  });

  it('stores changes that were typed while it was storing', async () => {
    const { editor, writes } = await opened();
    retitle(editor, 'One');
    editor.hurry();
    expect(editor.save.kind).toBe('saving');
    retitle(editor, 'Two');
    expect(await editor.settled()).toBe(true);
    expect(writes).toEqual(['replace One', 'replace Two']);
    expect(editor.save.kind).toBe('saved');
  });

  it('waits neither for an unsound quiz nor for a dead server before it is left', async () => {
    const { editor, refusals } = await opened();
    retitle(editor, '');
    expect(await editor.settled()).toBe(false);
    retitle(editor, 'Sound');
    refusals.push(new ApiError('unavailable'));
    expect(await editor.settled()).toBe(false);
    expect(await editor.settled()).toBe(true);
  });
});

describe('two authors', () => {
  it('change different questions, and both changes are stored', async () => {
    const { editor, stored, changeElsewhere } = await opened();
    const [first, second] = capitals.questions;
    if (!first || !second) throw new Error('There are two questions.');
    changeElsewhere({ ...capitals, questions: [first, { ...second, prompt: 'Theirs?' }, asked('Added?', 'a', 'b')] });
    rewrite(editor, 0, 'Mine?');
    await pause();
    await pause();
    expect(prompts(stored())).toEqual(['Mine?', 'Theirs?', 'Added?']);
    expect(editor.save.kind).toBe('saved');
    expect(editor.note).toBeNull();
    editor.undo();
    expect(prompts(editor.draft)).toEqual(['Capital of Australia?', 'Theirs?', 'Added?']);
  });

  it('change the same question, and both versions are kept and named', async () => {
    const { editor, stored, changeElsewhere } = await opened();
    const [, second] = capitals.questions;
    if (!second) throw new Error('There are two questions.');
    changeElsewhere({ ...capitals, title: 'Theirs', questions: [asked('Theirs?', 'Canberra', 'Sydney'), second] });
    rewrite(editor, 0, 'Mine?');
    retitle(editor, 'Mine');
    await pause();
    await pause();
    expect(prompts(stored())).toEqual(['Mine?', 'Theirs?', 'Capital of France?']);
    expect(stored()?.title).toBe('Mine');
    const [own, other] = editor.draft.questions;
    expect(editor.note).toEqual({ questions: [{ own: own?.key, other: other?.key }], title: 'Theirs' });
    expect(editor.save.kind).toBe('saved');
  });

  /** Both have changed the title and the first question. */
  async function inConflict() {
    const all = await opened();
    const [, second] = capitals.questions;
    if (!second) throw new Error('There are two questions.');
    all.changeElsewhere({ ...capitals, title: 'Theirs', questions: [asked('Theirs?', 'Canberra', 'Sydney'), second] });
    rewrite(all.editor, 0, 'Mine?');
    retitle(all.editor, 'Mine');
    await pause();
    const conflict = all.editor.note?.questions[0];
    if (!conflict) throw new Error('There is a conflict.');
    return { ...all, conflict };
  }

  it.each([
    ['own', ['Mine?', 'Capital of France?'], 'Mine'],
    ['other', ['Theirs?', 'Capital of France?'], 'Theirs'],
  ] as const)('choose the %s version of what both changed, in a step that can be undone', async (side, left, title) => {
    const { editor, stored, conflict } = await inConflict();
    editor.choose(conflict, side);
    editor.chooseText('title', side);
    expect(editor.note).toBeNull();
    expect(editor.draft.questions[0]?.key).toBe(conflict.own);
    await pause();
    await pause();
    expect(prompts(stored())).toEqual(left);
    expect(stored()?.title).toBe(title);
    if (side === 'other') editor.undo();
    editor.undo();
    expect(prompts(editor.draft)).toEqual(['Mine?', 'Theirs?', 'Capital of France?']);
    expect(editor.note?.questions).toEqual([conflict]);
  });

  it('keep both versions of a question', async () => {
    const { editor, conflict } = await inConflict();
    editor.choose(conflict, 'both');
    editor.chooseText('title', 'own');
    expect(editor.note).toBeNull();
    expect(prompts(editor.draft)).toEqual(['Mine?', 'Theirs?', 'Capital of France?']);
  });

  it('see what the other has changed while they write nothing', async () => {
    const { editor, changeElsewhere, writes } = await opened();
    const [first, second] = capitals.questions;
    if (!first || !second) throw new Error('There are two questions.');
    const keys = editor.draft.questions.map(({ key }) => key);
    changeElsewhere({ ...capitals, questions: [first, { ...second, prompt: 'Theirs?' }, asked('Added?', 'a', 'b')] });
    await editor.refresh();
    expect(prompts(editor.draft)).toEqual(['Capital of Australia?', 'Theirs?', 'Added?']);
    expect(editor.draft.questions.slice(0, 2).map(({ key }) => key)).toEqual(keys);
    expect(editor.news).toEqual(editor.draft.questions.slice(1).map(({ key }) => key));
    expect(editor.save.kind).toBe('saved');
    expect(editor.canUndo).toBe(false);
    await pause();
    expect(writes).toEqual([]);
    editor.look(keys[1] ?? 0);
    expect(editor.news).toHaveLength(1);
  });

  it('see what the other has changed beside a question that is half done', async () => {
    const { editor, changeElsewhere } = await opened();
    const [first, second] = capitals.questions;
    if (!first || !second) throw new Error('There are two questions.');
    rewrite(editor, 0, '');
    await vi.advanceTimersByTimeAsync(3_000);
    const half = editor.draft.questions[0];
    changeElsewhere({ ...capitals, questions: [first, { ...second, prompt: 'Theirs?' }] });
    await editor.refresh();
    expect(prompts(editor.draft)).toEqual(['', 'Theirs?']);
    // The very same object: a field in use is not replaced.
    expect(editor.draft.questions[0]).toBe(half);
    expect(editor.save.kind).toBe('unsound');
  });

  it('are not disturbed while they write, nor by a server that does not answer', async () => {
    const { editor, changeElsewhere, glances } = await opened();
    retitle(editor, '');
    changeElsewhere({ ...capitals, questions: capitals.questions.slice(0, 1) });
    await editor.refresh();
    expect(editor.draft.questions).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(3_000);
    glances.push(new ApiError('unavailable'));
    await editor.refresh();
    expect(editor.save).toEqual({ kind: 'unsound', kept: true });
    expect(editor.draft.questions).toHaveLength(2);
    await editor.refresh();
    expect(editor.draft.questions).toHaveLength(1);
  });

  it('take nothing in that is older than what they have stored meanwhile', async () => {
    const { editor, server, changeElsewhere, stored } = await opened();
    changeElsewhere({ ...capitals, title: 'Theirs' });
    const { read } = server.api;
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    server.api.read = async (id) => {
      const reply = await read(id);
      server.api.read = read;
      await asked;
      return reply;
    };
    const refreshing = editor.refresh();
    rewrite(editor, 0, 'Mine?');
    await pause();
    await pause();
    expect(stored()?.title).toBe('Theirs');
    answer();
    await refreshing;
    expect(prompts(editor.draft)?.[0]).toBe('Mine?');
    expect(prompts(stored())?.[0]).toBe('Mine?');
    expect(editor.note).toBeNull();
  });
});

describe('two tabs', () => {
  it('write two new quizzes, each with a draft of its own', async () => {
    const server = shelf();
    const one = await opened('new', server, tabs('a', 'b'));
    retitle(one.editor, 'One');
    const two = await opened('new', server, tabs('b', 'a'));
    expect(two.editor.draft.title).toBe('');
    retitle(two.editor, 'Two');
    one.editor.change(complete(one.editor.draft));
    await pause();
    expect(one.editor.save.kind).toBe('saved');
    expect(two.editor.save).toEqual({ kind: 'unstored', kept: true });
    expect([...kept.values()].filter((text) => text.includes('"Two"'))).toHaveLength(1);
  });

  it('write one quiz, and half-done changes of either are kept', async () => {
    const server = shelf();
    const one = await opened('q1', server, tabs('a', 'b'));
    const two = await opened('q1', server, tabs('b', 'a'));
    rewrite(one.editor, 0, '');
    rewrite(two.editor, 1, 'Two?');
    await pause();
    one.editor.close();
    two.editor.close();
    const again = await opened('q1', server, tabs('c'));
    expect(prompts(again.editor.draft)).toEqual(['Capital of Australia?', 'Two?']);
    again.editor.restore();
    expect(again.editor.offer).toBeNull();
    expect(prompts(again.editor.draft)).toEqual(['', 'Two?']);
    expect(kept.size).toBe(1);
  });

  it('leave a draft behind that is offered, and taken up once', async () => {
    const server = shelf();
    const closed = await opened('new', server, tabs('a'));
    retitle(closed.editor, 'Half');
    closed.editor.close();
    const { editor } = await opened('new', server, tabs('b'));
    expect(editor.draft.title).toBe('');
    expect(editor.offer?.draft.document.title).toBe('Half');
    retitle(editor, 'Begun');
    editor.restore();
    expect(editor.draft.title).toBe('Half');
    expect(editor.offer).toBeNull();
    editor.undo();
    expect(editor.draft.title).toBe('Begun');
    const beside = await opened('new', server, tabs('c', 'b'));
    expect(beside.editor.offer).toBeNull();
  });

  it('leave a draft behind that is not offered once the server has it', async () => {
    const server = shelf();
    const closed = await opened('q1', server, tabs('a'));
    retitle(closed.editor, 'Sent');
    closed.editor.close();
    server.changeElsewhere({ ...capitals, title: 'Sent' });
    const { editor } = await opened('q1', server, tabs('b'));
    expect(editor.offer).toBeNull();
    expect(kept.size).toBe(0);
  });

  it('leave a draft behind that is discarded', async () => {
    const server = shelf();
    const closed = await opened('new', server, tabs('a'));
    retitle(closed.editor, 'Half');
    closed.editor.close();
    const { editor } = await opened('new', server, tabs('b'));
    editor.discard();
    expect(editor.offer).toBeNull();
    expect(kept.size).toBe(0);
  });

  it('never have a draft offered in place of a new quiz that is stored', async () => {
    const server = shelf();
    const closed = await opened('new', server, tabs('a'));
    retitle(closed.editor, 'Half');
    closed.editor.close();
    const { editor } = await opened('new', server, tabs('b'));
    editor.change(complete(editor.draft));
    await pause();
    expect(editor.save.kind).toBe('saved');
    expect(editor.offer).toBeNull();
    expect((await opened('new', server, tabs('c', 'b'))).editor.offer?.draft.document.title).toBe('Half');
  });
});

describe('a draft that was kept', () => {
  it('is merged with the version that was stored since', async () => {
    const { editor, changeElsewhere, server } = await opened();
    rewrite(editor, 0, '');
    editor.close();
    const [first, second] = capitals.questions;
    if (!first || !second) throw new Error('There are two questions.');
    changeElsewhere({ ...capitals, questions: [first, { ...second, prompt: 'Theirs?' }] });
    const again = await opened('q1', server);
    expect(prompts(again.editor.draft)).toEqual(['', 'Theirs?']);
  });

  it('is not stored twice when the page was left while it was sent', async () => {
    const { editor, changeElsewhere, server, stored } = await opened();
    rewrite(editor, 0, 'Sent?');
    editor.close();
    const again = await opened('q1', server);
    const [, second] = capitals.questions;
    if (!second) throw new Error('There are two questions.');
    changeElsewhere({ ...capitals, questions: [asked('Sent?', 'Canberra', 'Sydney'), second] });
    rewrite(again.editor, 0, 'Sent and changed?');
    await pause();
    await pause();
    expect(prompts(stored())).toEqual(['Sent and changed?', 'Capital of France?']);
    expect(again.editor.note).toBeNull();
  });
});

describe('the steps of a quiz', () => {
  /** The page is left and loaded again in the same tab. */
  async function reloaded(editor: QuizEditor, server: Server) {
    editor.leave();
    editor.close();
    return opened(editor.address, server);
  }

  it('outlive saving and a reload', async () => {
    const { editor, server } = await opened();
    retitle(editor, 'One');
    await pause();
    rewrite(editor, 0, 'Two?');
    await pause();
    editor.undo();
    const again = (await reloaded(editor, server)).editor;
    expect(again.save.kind).toBe('saved');
    expect([again.canUndo, again.canRedo]).toEqual([true, true]);
    again.redo();
    expect(prompts(again.draft)?.[0]).toBe('Two?');
    again.undo();
    again.undo();
    expect(again.draft.title).toBe('Capitals');
    expect(again.canUndo).toBe(false);
    await pause();
    await pause();
    expect(server.stored()?.title).toBe('Capitals');
    expect(again.note).toBeNull();
  });

  it('of a new quiz outlive a reload before and after it is stored', async () => {
    const { editor, server } = await opened('new');
    retitle(editor, 'Half');
    const again = (await reloaded(editor, server)).editor;
    again.change(complete(again.draft));
    await pause();
    const stored = (await reloaded(again, server)).editor;
    expect(stored.draft.title).toBe('New');
    stored.undo();
    expect(stored.draft.title).toBe('Half');
    stored.undo();
    expect(stored.draft.title).toBe('');
    const other = await opened('new', server, tabs('b', 'a'));
    expect([other.editor.draft.title, other.editor.canUndo]).toEqual(['', false]);
  });

  it('do not undo changes that came from elsewhere meanwhile', async () => {
    const { editor, server, changeElsewhere } = await opened();
    rewrite(editor, 0, 'Mine?');
    await pause();
    editor.leave();
    editor.close();
    const [first, second] = server.stored()?.questions ?? [];
    if (!first || !second) throw new Error('There are two questions.');
    changeElsewhere({ ...capitals, questions: [first, { ...second, prompt: 'Theirs?' }] });
    const again = (await opened('q1', server)).editor;
    expect(prompts(again.draft)).toEqual(['Mine?', 'Theirs?']);
    again.undo();
    expect(prompts(again.draft)).toEqual(['Capital of Australia?', 'Theirs?']);
  });

  it('are no more than there is room for', async () => {
    const { editor, server } = await opened();
    for (let step = 0; step < 100; step++) {
      vi.advanceTimersByTime(2_000);
      const explanation = `${step} `.repeat(step % 2 === 0 ? 15_000 : 1);
      const [first, ...rest] = editor.draft.questions;
      if (first) editor.change({ ...editor.draft, questions: [{ ...first, explanation }, ...rest] });
    }
    const again = (await reloaded(editor, server)).editor;
    expect([...steps.values()].every((text) => text.length < 1_500_000)).toBe(true);
    expect(again.canUndo).toBe(true);
    again.undo();
    expect(again.draft.questions[0]?.explanation).toBe('98 '.repeat(15_000));
  });

  it('are none where the kept steps cannot be read', async () => {
    steps.set('arena.steps.q1', '{"pool":[[1,{"type":"unknown"}]],"states":[],"present":0}');
    const { editor } = await opened();
    expect(editor.stage.kind).toBe('editing');
    expect(editor.canUndo).toBe(false);
  });
});

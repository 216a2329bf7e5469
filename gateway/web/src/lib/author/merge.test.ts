import { describe, expect, it } from 'vitest';
import { moved } from '$lib/ui/reorder';
import { blankQuestion, copyOf, type DraftQuestion, type DraftQuiz } from './draft';
import { aligned, changedKeys, chosen, emptyQuiz, mergerOf } from './merge';
import { isSameQuiz } from './same';

const asked = (prompt: string): DraftQuestion => ({ ...blankQuestion(), prompt });
const quiz = (...questions: DraftQuestion[]): DraftQuiz => ({
  title: 'Quiz',
  description: '',
  tags: [],
  folder: '',
  questions,
});
const prompts = (draft: DraftQuiz) => draft.questions.map((question) => question.prompt);
const [a, b, c] = [asked('a'), asked('b'), asked('c')];
const base = quiz(a, b, c);

/** As the server returns it: with other keys. */
const read = (draft: DraftQuiz): DraftQuiz => ({ ...draft, questions: draft.questions.map(copyOf) });
const edit = (question: DraftQuestion, prompt: string) => ({ ...question, prompt });

function merge(own: DraftQuiz, theirs: DraftQuiz, origin = base) {
  return mergerOf(origin, aligned(read(theirs), origin, own))(own);
}

/** Numbers below a bound, the same for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed * 7_919;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

describe('a merge', () => {
  it.each<[string, DraftQuiz, DraftQuiz, string[]]>([
    ['of nothing', base, base, ['a', 'b', 'c']],
    ['of one side’s change', base, quiz(a, edit(b, 'B'), c), ['a', 'B', 'c']],
    ['of two changes', quiz(edit(a, 'A'), b, c), quiz(a, b, edit(c, 'C')), ['A', 'b', 'C']],
    ['of the same change', quiz(edit(a, 'A'), b, c), quiz(edit(a, 'A'), b, c), ['A', 'b', 'c']],
    ['of an addition on each side', quiz(a, b, c, asked('x')), quiz(a, asked('y'), b, c), ['a', 'y', 'b', 'c', 'x']],
    ['of the same addition', quiz(a, b, c, asked('x')), quiz(a, b, c, asked('x')), ['a', 'b', 'c', 'x']],
    ['of additions at one place', quiz(a, b, c, asked('x')), quiz(a, b, c, asked('y')), ['a', 'b', 'c', 'x', 'y']],
    ['of a deletion', quiz(a, c), base, ['a', 'c']],
    ['of two deletions', quiz(a, c), quiz(b, c), ['c']],
    ['of a deletion and a change', quiz(a, c), quiz(a, edit(b, 'B'), c), ['a', 'B', 'c']],
    ['of a change and a deletion', quiz(a, edit(b, 'B'), c), quiz(a, c), ['a', 'B', 'c']],
    ['of a move and a change', quiz(c, a, b), quiz(edit(a, 'A'), b, c), ['c', 'A', 'b']],
    ['of a change and a move', quiz(edit(a, 'A'), b, c), quiz(c, a, b), ['c', 'A', 'b']],
    ['with an empty quiz', base, quiz(), []],
  ])('%s keeps what either side did', (_, own, theirs, expected) => {
    const { draft, note } = merge(own, theirs);
    expect(prompts(draft)).toEqual(expected);
    expect(note).toEqual({ questions: [] });
  });

  it('keeps both versions of a question that both changed, and says which', () => {
    const mine = edit(b, 'mine');
    const { draft, note } = merge(quiz(a, mine, c), quiz(a, edit(b, 'theirs'), c));
    expect(prompts(draft)).toEqual(['a', 'mine', 'theirs', 'c']);
    expect(note.questions).toEqual([{ own: b.key, other: draft.questions[2]?.key }]);
    expect(new Set(draft.questions.map(({ key }) => key)).size).toBe(4);
  });

  it('keeps a hint and its cost that either side changed', () => {
    const hinted = { ...b, hint: 'Think.', hintCostPercent: 50 };
    const { draft, note } = merge(quiz(edit(a, 'A'), b, c), quiz(a, hinted, c));
    expect(draft.questions[1]).toMatchObject({ prompt: 'b', hint: 'Think.', hintCostPercent: 50 });
    expect(note.questions).toEqual([]);
    expect(merge(quiz(a, hinted, c), quiz(a, { ...hinted, hintCostPercent: 75 }, c)).note.questions).toMatchObject([
      { own: b.key },
    ]);
  });

  it('joins two drafts without a common origin', () => {
    expect(prompts(merge(quiz(a, asked('x')), quiz(asked('a'), asked('y')), emptyQuiz).draft)).toEqual(['a', 'x', 'y']);
  });

  it('names the other title and description where both were changed', () => {
    const own = { ...base, title: 'Mine', description: 'mine' };
    const { draft, note } = merge(own, { ...base, title: 'Theirs', description: 'theirs' });
    expect(draft).toMatchObject({ title: 'Mine', description: 'mine' });
    expect(note).toEqual({ questions: [], title: 'Theirs', description: 'theirs' });
    expect(merge(base, { ...base, title: 'Theirs' }).draft.title).toBe('Theirs');
  });

  it('gives all steps of a history the same copy', () => {
    const merged = mergerOf(base, aligned(read(quiz(a, edit(b, 'theirs'), c)), base));
    const [one, two] = ['m', 'mi'].map((prompt) => merged(quiz(a, edit(b, prompt), c)).draft.questions[2]);
    expect(one).toBe(two);
    expect(prompts(merged(base).draft)).toEqual(['a', 'theirs', 'c']);
  });

  it('loses no text, whatever either side did', () => {
    const random = randomFrom(7);
    const change = (draft: DraftQuiz, side: string): DraftQuiz => {
      let questions = draft.questions;
      for (let step = 0; step < 3; step++) {
        const place = random(questions.length);
        const kind = random(3);
        if (kind === 0)
          questions = questions.map((each, index) => (index === place ? edit(each, `${side}${step}`) : each));
        else if (kind === 1) questions = [...questions, asked(`${side}${step}`)];
        else questions = moved(questions, place, random(questions.length));
      }
      return { ...draft, questions };
    };
    for (let run = 0; run < 500; run++) {
      const [own, theirs] = [change(base, 'own'), change(base, 'theirs')];
      const result = prompts(merge(own, theirs).draft);
      for (const text of [...prompts(own), ...prompts(theirs)].filter((each) => each.length > 1))
        expect(result).toContain(text);
      expect(new Set(result).size).toBe(result.length);
    }
  });

  it('lets two authors end with the same quiz, and no text lost, in whatever order they store', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = randomFrom(seed);
      // Each has a draft, and what the server had when it last heard of it.
      const authors = [
        { name: 'ann', draft: base, base },
        { name: 'bob', draft: base, base },
      ];
      let server = base;
      const written = new Set<string>();
      const meet = (author: (typeof authors)[0]) => {
        const stored = aligned(read(server), author.base, author.draft);
        author.draft = mergerOf(author.base, stored)(author.draft).draft;
        author.base = stored;
      };
      for (let step = 0; step < 12; step++) {
        const author = authors[random(2)];
        if (!author) continue;
        const text = `${author.name} ${step}`;
        const place = random(author.draft.questions.length);
        const kind = random(3);
        if (kind === 0) {
          written.add(text);
          // Only blank ones and those of the beginning are written over: who types over another's words means to.
          const blank = asked(text);
          author.draft = {
            ...author.draft,
            questions: [...author.draft.questions.slice(0, place), blank, ...author.draft.questions.slice(place)],
          };
        } else if (kind === 1)
          author.draft = {
            ...author.draft,
            questions: moved(author.draft.questions, place, random(author.draft.questions.length)),
          };
        else {
          meet(author);
          server = author.draft;
          author.base = author.draft;
        }
      }
      for (const author of [...authors, ...authors]) {
        meet(author);
        server = author.draft;
        author.base = author.draft;
      }
      for (const author of authors) meet(author);
      const [ann, bob] = authors;
      expect(ann && bob && isSameQuiz(ann.draft, bob.draft), `seed ${seed}`).toBe(true);
      expect(prompts(server), `seed ${seed}`).toEqual(expect.arrayContaining([...written, ...prompts(base)]));
      expect(server.questions.length, `seed ${seed}`).toBe(written.size + base.questions.length);
    }
  });

  it('is over once one version is chosen: the other author ends with it, too', () => {
    for (const side of ['own', 'other'] as const) {
      const { draft, note } = merge(quiz(a, edit(b, 'mine'), c), quiz(a, edit(b, 'theirs'), c));
      const conflict = note.questions[0];
      if (!conflict) throw new Error('There is a conflict.');
      const left = chosen(draft, conflict, side);
      expect(prompts(left)).toEqual(['a', side === 'own' ? 'mine' : 'theirs', 'c']);
      expect(left.questions[1]?.key).toBe(b.key);
      // The other author meets both versions first, and then the one.
      const theirs = quiz(a, edit(b, 'theirs'), c);
      const met = mergerOf(theirs, aligned(read(draft), theirs))(theirs);
      expect(prompts(met.draft)).toEqual(['a', 'mine', 'theirs', 'c']);
      const after = mergerOf(met.draft, aligned(read(left), met.draft))(met.draft);
      expect(prompts(after.draft)).toEqual(prompts(left));
      expect(after.note.questions).toEqual([]);
    }
  });

  it('says which questions it brought', () => {
    const added = asked('d');
    expect(changedKeys(base, quiz(c, edit(b, 'B'), a, added))).toEqual([b.key, added.key]);
    expect(changedKeys(base, quiz(a, c))).toEqual([]);
  });
});

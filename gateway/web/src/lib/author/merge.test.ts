import { describe, expect, it } from 'vitest';
import { moved } from '$lib/ui/reorder';
import { blankQuestion, copyOf, type DraftQuestion, type DraftQuiz } from './draft';
import { aligned, emptyQuiz, mergerOf } from './merge';

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
    expect(note.questions).toEqual([b.key]);
    expect(new Set(draft.questions.map(({ key }) => key)).size).toBe(4);
  });

  it('keeps a hint and its cost that either side changed', () => {
    const hinted = { ...b, hint: 'Think.', hintCostPercent: 50 };
    const { draft, note } = merge(quiz(edit(a, 'A'), b, c), quiz(a, hinted, c));
    expect(draft.questions[1]).toMatchObject({ prompt: 'b', hint: 'Think.', hintCostPercent: 50 });
    expect(note.questions).toEqual([]);
    expect(merge(quiz(a, hinted, c), quiz(a, { ...hinted, hintCostPercent: 75 }, c)).note.questions).toEqual([b.key]);
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
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
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
});

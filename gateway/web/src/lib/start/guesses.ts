import type { AnswerValue, TaskView } from '$lib/contract';

/** A number from 0, below 1. */
export type Random = () => number;

const below = (count: number, random: Random): number => Math.floor(random() * count);

function mixed(count: number, random: Random): number[] {
  const items = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = below(last + 1, random);
    [items[last], items[other]] = [items[other] ?? 0, items[last] ?? 0];
  }
  return items;
}

/** What someone answers who does not know: it fits the question, and may be right. Null where nothing is asked. */
export function guessOf(task: TaskView, words: readonly string[], random: Random): AnswerValue | null {
  switch (task.type) {
    case 'singleChoice':
    case 'trueFalse':
    case 'poll':
      return { kind: 'choice', option: below(task.options.length, random) };
    case 'multipleChoice':
      return { kind: 'choices', options: mixed(task.options.length, random).slice(0, 2).sort() };
    case 'number':
      return { kind: 'number', value: 1 + below(100, random) };
    case 'slider':
      return { kind: 'number', value: task.min + task.step * below((task.max - task.min) / task.step + 1, random) };
    case 'rating':
      return { kind: 'choice', option: below(task.steps, random) };
    case 'order':
      return { kind: 'order', items: mixed(task.items.length, random) };
    case 'match':
      return { kind: 'order', items: mixed(task.right.length, random) };
    case 'pin':
      return { kind: 'point', x: random(), y: random() };
    case 'wordCloud':
      return { kind: 'words', words: [words[below(words.length, random)] ?? ''] };
    case 'typedAnswer':
    case 'openText':
      return { kind: 'text', text: (words[below(words.length, random)] ?? '').slice(0, task.maxLength) };
    case 'slide':
      return null;
  }
}

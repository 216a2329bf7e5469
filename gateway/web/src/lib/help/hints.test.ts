import { describe, expect, it } from 'vitest';
import { DismissedHints, topicOf } from './hints';

const store = () => {
  const values = new Map<string, string>();
  return {
    read: (key: string) => values.get(key) ?? null,
    write: (key: string, value: string) => {
      values.set(key, value);
      return true;
    },
    forget: (key: string) => void values.delete(key),
  };
};

describe('DismissedHints', () => {
  it('stay dismissed, each by itself', () => {
    const keep = store();
    new DismissedHints(keep).add('editor');
    new DismissedHints(keep).add('editor');
    expect(new DismissedHints(keep).has('editor')).toBe(true);
    expect(new DismissedHints(keep).has('console')).toBe(false);
    expect(keep.read('arena.hints')).toBe('["editor"]');
  });

  it.each(['{', '7', '[1]'])('are none where %s is kept', (kept) => {
    const keep = store();
    keep.write('arena.hints', kept);
    expect(new DismissedHints(keep).has('editor')).toBe(false);
  });
});

describe('topicOf', () => {
  it.each([
    ['/host', 'quizzes'],
    ['/quizzes/new', 'editor'],
    ['/quizzes/7/trend', null],
    ['/homework', 'homework'],
    ['/homework/7', 'homework'],
    ['/games', 'reports'],
    ['/games/trend', 'reports'],
    ['/account', null],
  ])('of %s is %s', (path, topic) => expect(topicOf(path)).toBe(topic));
});

import { expect, it } from 'vitest';
import { codeInHalves, joinLink } from './code';

it('is read in halves', () => {
  expect(codeInHalves('ABCD2345')).toBe('ABCD 2345');
});

it('is in the fragment of a link, which no browser sends', () => {
  const link = new URL(joinLink('https://quiz.example.org', 'ABCD2345'));
  expect([link.pathname, link.search, link.hash]).toEqual(['/groups', '', '#ABCD2345']);
});

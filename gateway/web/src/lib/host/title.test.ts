import { expect, it } from 'vitest';
import { gameLimits } from '$lib/contract';
import { titleOfFile } from './title';

it.each([
  ['Capitals.txt', 'Capitals'],
  ['capitals', 'Capitals'],
  ['week.3.json', 'Week.3'],
  ['cafe\u0301.txt', 'Café'],
  ['\u202Eround 1\u200F.txt', 'Round 1'],
  ['line\nend\t .txt', 'Line end'],
  ['ßa.txt', 'ßa'],
  ['.txt', undefined],
  ['\u200B.txt', undefined],
])('a file named %j gives the title %j', (name, title) => {
  expect(titleOfFile(name)).toBe(title);
});

it('a long name is cut between characters', () => {
  const title = titleOfFile(`${'x'.repeat(gameLimits.maxTitleLength - 1)}👩‍🚀.txt`);
  expect(title).toBe(`X${'x'.repeat(gameLimits.maxTitleLength - 2)}`);
});

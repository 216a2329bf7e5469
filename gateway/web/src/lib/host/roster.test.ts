import { describe, expect, it } from 'vitest';
import { rosterLine } from '$lib/game/samples';
import { searched } from './roster';

const roster = ['Zoé', 'Ada', 'Łukasz', '小明'].map((name, seat) => rosterLine(seat, name));
const found = (search: string) => searched(roster, search, (line) => line.nickname).map((line) => line.nickname);

describe('a search in the list of players', () => {
  it('finds parts of names whatever their case and accents', () => {
    expect(found('ZOE')).toEqual(['Zoé']);
    expect(found(' a ')).toEqual(['Ada', 'Łukasz']);
    expect(found('明')).toEqual(['小明']);
    expect(found('x')).toEqual([]);
  });

  it('finds everyone when it is empty', () => {
    expect(found('  ')).toHaveLength(4);
  });
});

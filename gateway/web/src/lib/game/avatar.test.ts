import { describe, expect, it } from 'vitest';
import { gameLimits } from '$lib/contract';
import { avatarOf, changed, faceOf, features, type Feature } from './avatar';

const all = Array.from({ length: gameLimits.faces }, (_, face) => face);
const kinds = Object.keys(features) as Feature[];

describe('an avatar', () => {
  it('is the same for the same name, however it is written', () => {
    expect(faceOf('Zoé')).toEqual(faceOf('ZOE\u0301'));
  });

  it('differs between most of the players of a game', () => {
    const drawn = new Set(Array.from({ length: 30 }, (_, index) => faceOf(`Player ${index}`)));
    expect(drawn.size).toBeGreaterThan(24);
  });

  it('is always one that can be drawn', () => {
    for (const name of ['', 'x', '小明', '🦊🦊', 'W'.repeat(200)]) expect(all).toContain(faceOf(name));
  });

  it('is another for every number there is', () => {
    expect(new Set(all.map((face) => JSON.stringify(avatarOf(face)))).size).toBe(gameLimits.faces);
    for (const feature of kinds)
      expect(Math.max(...all.map((face) => avatarOf(face)[feature]))).toBe(features[feature] - 1);
  });

  it.each(kinds)('changes its %s alone, and comes round to where it was', (feature) => {
    let face = 300;
    for (let step = 1; step <= features[feature]; step++) {
      const before = avatarOf(face);
      face = changed(face, feature);
      expect({ ...avatarOf(face), [feature]: before[feature] }).toEqual(before);
      expect(face === 300).toBe(step === features[feature]);
    }
  });
});

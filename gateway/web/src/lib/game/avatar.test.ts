import { describe, expect, it } from 'vitest';
import { gameLimits } from '$lib/contract';
import { avatarOf, changed, faceOf, features, framed, type Feature } from './avatar';

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

  it('keeps its face in every frame, and its frame with every face', () => {
    for (let frame = 0; frame < gameLimits.faces / gameLimits.plainFaces; frame++) {
      expect(avatarOf(framed(300, frame))).toEqual({ ...avatarOf(300), frame });
      expect(avatarOf(changed(framed(300, frame), 'eyes')).frame).toBe(frame);
      expect(framed(framed(300, frame), 0)).toBe(300);
    }
  });

  it('has no frame unless it was picked', () => {
    for (const name of ['', 'x', 'Zoé']) expect(avatarOf(faceOf(name)).frame).toBe(0);
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

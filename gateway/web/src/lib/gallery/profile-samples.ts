import type { AchievementCode, Award, ProfileReply } from '$lib/contract';

const earned: AchievementCode[] = ['firstGame', 'firstWin', 'flawlessMarathon'];
const open: AchievementCode[] = ['regular', 'bestOfTheCrowd', 'greatComeback', 'neverGaveUp'];
const frameLevels = [2, 3, 5, 8, 12, 16, 20];

export const profile: ProfileReply = {
  experience: 1_234,
  level: 5,
  levelFrom: 1_000,
  nextLevelAt: 1_500,
  games: 17,
  wins: 3,
  right: 104,
  achievements: [
    ...earned.map((code) => ({ code, earnedAt: '2026-11-30T12:00:00Z' })),
    ...open.map((code) => ({ code })),
  ],
  frameLevels,
};

export const newProfile: ProfileReply = {
  experience: 0,
  level: 1,
  levelFrom: 0,
  nextLevelAt: 100,
  games: 0,
  wins: 0,
  right: 0,
  achievements: [...earned, ...open].map((code) => ({ code })),
  frameLevels,
};

export const award: Award = { experience: 100, levelBefore: 1, level: 2, earned };

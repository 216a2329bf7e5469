export const musicTexts = () => ({
  soundOn: 'Sound on',
  volume: 'Music volume',
});

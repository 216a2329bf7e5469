import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  plugins: [sveltekit()],
  // The gallery of screens is for those who work on them: `npm run gallery`, or `vite build --mode gallery`.
  define: { __GALLERY__: JSON.stringify(mode === 'gallery') },
  build: {
    rolldownOptions: {
      // How long plugins take is no warning.
      checks: { pluginTimings: false },
      // A phone asks for few files at once, and waits for each: the player's page is one, but for its texts.
      output: {
        codeSplitting: { groups: [{ name: 'player', test: /[\\/]src[\\/](?:routes[\\/](?:\+layout|j[\\/])|hooks)/ }] },
      },
    },
  },
  server: {
    proxy: {
      '/api': 'http://localhost:5080',
      '/hubs': { target: 'http://localhost:5080', ws: true },
    },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
}));

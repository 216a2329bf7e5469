import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  plugins: [sveltekit()],
  // The gallery of screens is for those who work on them: `npm run gallery`, or `vite build --mode gallery`.
  define: { __GALLERY__: JSON.stringify(mode === 'gallery') },
  // How long plugins take is no warning.
  build: { rolldownOptions: { checks: { pluginTimings: false } } },
  server: {
    proxy: {
      '/api': 'http://localhost:5080',
      '/hubs': { target: 'http://localhost:5080', ws: true },
    },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
}));

import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// The gateway's build says where its static files go; by hand they go to build/.
const output = process.env.ARENA_WEB_OUTPUT ?? 'build';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    // The gateway sends the compressed twins.
    adapter: adapter({ pages: output, assets: output, fallback: 'index.html', precompress: true }),
    // No third party, no inline script but SvelteKit's own, which is named by its hash.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        // The style in app.html, and no other.
        'style-src': ['self', 'sha256-criSUKyQAidv+aLTbg9R0ZhNTKx9uyrHfbPIa1mphZA='],
        // The style attribute of SvelteKit's announcer of routes, and no other.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:'],
        'connect-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
        // Texts become markup through Svelte's own policy alone, which makes it of templates of the build.
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html'],
      },
    },
    version: { pollInterval: 0 },
  },
};

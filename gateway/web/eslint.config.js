import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['.svelte-kit/', 'build/', 'node_modules/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  { languageOptions: { globals: { ...globals.browser, ...globals.node, __GALLERY__: 'readonly' } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      // The client always lives at the root of its host, beside /api and /hubs.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    // An effect tracks all that it reads, what its callees read included: one that causes what it reads runs again.
    ignores: ['src/lib/ui/watch.svelte.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.name='$effect']", message: 'Use watch(): it tracks its source alone.' },
      ],
    },
  },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
);

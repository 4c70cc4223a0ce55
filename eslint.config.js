import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default typescript.config(
	{
		ignores: ['build/', '.svelte-kit/', 'data/', 'drizzle/', 'shots/', 'test-results/', '.run-*']
	},
	js.configs.recommended,
	typescript.configs.strict,
	typescript.configs.stylistic,
	svelte.configs.recommended,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		rules: {
			// TypeScript knows what is defined, and better.
			'no-undef': 'off',
			eqeqeq: 'error',
			'no-console': ['error', { allow: ['info', 'error'] }],
			'no-restricted-syntax': [
				'error',
				{ selector: 'ExportAllDeclaration', message: 'No barrels: import from the file itself.' }
			],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			// `interface` and `type` both have their place: unions and records are types.
			'@typescript-eslint/consistent-type-definitions': 'off',
			// An unused parameter keeps its name for the reader when it starts with an underscore.
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }]
		}
	},
	{
		files: ['**/*.ts'],
		languageOptions: {
			parserOptions: {
				projectService: { allowDefaultProject: ['drizzle.config.ts', 'playwright.config.ts'] }
			}
		},
		rules: {
			// A promise nobody waits for may fail unheard, or after the transaction has ended.
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/only-throw-error': 'off',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		},
		rules: {
			// Paths are those of the contract, and the site stands at the root of its own address.
			'svelte/no-navigation-without-resolve': 'off'
		}
	}
);

import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const environmentIsReadInConfig =
  'The environment is read in src/config.ts and passed on as values.'

export default defineConfig(
  globalIgnores([
    'dist/',
    'sandbox/dist/',
    'data/',
    'coverage/',
    'src/storage/generated/',
    'src/locales/generated.ts',
  ]),
  js.configs.recommended,
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-duplicate-imports': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            ':matches(ObjectExpression, ArrayExpression, CallExpression) > SpreadElement > ' +
            ':matches(ObjectExpression, ArrayExpression).argument',
          message: 'Write its parts here, one property a line where they do not fit one.',
        },
        {
          selector: 'SpreadElement > TSAsExpression > :matches(ObjectExpression, ArrayExpression)',
          message: 'Write its parts here, one a line where they do not fit one.',
        },
        {
          selector: 'RestElement > :matches(ArrayPattern, ObjectPattern)',
          message: 'Give each parameter its name and its type.',
        },
        {
          selector: 'JSXSpreadAttribute > ObjectExpression',
          message: 'Write the attributes by their names.',
        },
        ...[
          'Literal[value>=1000]',
          'ObjectExpression > Property[key.name="timeout"] > Literal',
        ].map((limit) => ({
          selector: `CallExpression[callee.name=/^(test|describe|(before|after)(All|Each))$/] > ${limit}`,
          message: 'Multiply a limit by `patience`: it has to hold on a busy machine, too.',
        })),
      ],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // `() => done()` and `${count}` read well and are safe.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // An interface of promises is often fulfilled by a function that has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // `while (true)` with a way out inside is the plainest loop there is.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-deprecated': 'error',
      // Our objects are closures; none of their functions uses `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: environmentIsReadInConfig },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: ['process', 'node:process'].map((name) => ({
            name,
            importNames: ['env'],
            message: environmentIsReadInConfig,
          })),
        },
      ],
    },
  },
  {
    files: ['src/services/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: environmentIsReadInConfig },
        {
          object: 'JSON',
          property: 'stringify',
          message: 'The database takes what jsonText() of storage/json-text.ts makes of a value.',
        },
      ],
    },
  },
  // The programs hand the environment over to config.ts.
  {
    files: ['src/main.ts', 'src/operator/main.ts'],
    rules: { 'no-console': 'off', 'no-restricted-properties': 'off' },
  },
  { files: ['src/config.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A test that is wrong about a value fails, which is all that is wanted of it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly' },
    },
  },
)

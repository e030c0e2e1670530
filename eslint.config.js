import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y-x'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { youngerThanFloor } from './.ci/browser-floor.mjs'
import { ownElement } from './.ci/own-element.mjs'

const rooms = [
  'words', 'app', 'wallet', 'devnet', 'chain', 'tx', 'form', 'math', 'ui', 'system',
  'backstop', 'silos', 'stbt', 'musdt', 'collateral',
  'portfolio', 'activity', 'settings', 'package', 'practice',
] // prettier-ignore
const systems = ['backstop', 'silos', 'stbt', 'musdt', 'collateral']

/** Which rooms a room may import; docs/architecture.md says why. `app` may import everything and is imported by nobody. */
/** @type {Record<string, string[]>} */
const mayImport = {
  words: [],
  math: [],
  ui: ['math'],
  chain: ['math'],
  tx: ['math', 'chain', 'ui'],
  wallet: ['chain', 'ui'],
  form: ['math', 'chain', 'tx', 'ui'],
  // What a system says about itself, as types: nothing of any system.
  system: ['math', 'chain', 'tx', 'ui'],
  devnet: ['math', 'chain', 'ui', 'wallet'],
  ...Object.fromEntries(systems.map((room) => [room, ['math', 'chain', 'tx', 'form', 'ui', 'system']])),
  ...Object.fromEntries(
    ['portfolio', 'activity', 'settings'].map((room) => [
      room,
      ['math', 'chain', 'tx', 'form', 'ui', 'wallet', 'system', ...(room === 'settings' ? ['package'] : [])],
    ]),
  ),
  // The local chain's contracts and controls, in the page.
  practice: ['math', 'chain', 'ui', 'devnet'],
  // Without a page: what pages across systems compute, and the list of `src/scripts.ts`.
  package: ['math', 'chain', 'tx', 'ui', 'system', 'portfolio', 'activity'],
  // The list of systems, and no system: not by a lazy import either.
  app: rooms.filter((room) => room !== 'app' && !systems.includes(room)),
}
const readsAbis = ['chain', 'tx', 'devnet', ...systems]

/** Money is bigint from the chain to the pixel: nothing here may turn an amount into a float. */
const noFloats = [
  { selector: "CallExpression[callee.name='Number']", message: 'Money is bigint: Number() loses wei.' },
  { selector: "CallExpression[callee.name='parseFloat']", message: 'Money is bigint: parseFloat loses wei.' },
  { selector: "MemberExpression[object.name='Number'][property.name=/^parse/]", message: 'Money is bigint.' },
  { selector: "CallExpression[callee.property.name='toFixed']", message: 'Format amounts with math/amount.' },
  {
    selector: "CallExpression[callee.property.name='toPrecision']",
    message: 'Format amounts with math/amount.',
  },
  {
    selector: "UnaryExpression[operator='+'][argument.type!='Literal']",
    message: 'Unary plus makes a float.',
  },
]

/** TypeScript's `lib` refuses what the language has gained since; this is for what its types of the browser let pass. */
const tooYoung = 'Younger than the oldest browser this is built for: .ci/browser-floor.mjs'
const youngNames = youngerThanFloor.map((name) => name.split('.'))
const youngProperties = youngNames
  // Arrays have methods of the same names; TypeScript tells them apart.
  .filter(([owner, property]) => owner !== 'Iterator' && property !== undefined)
  .map(([object = '', property = '', method]) =>
    method === undefined ? { object, property, message: tooYoung } : { property: method, message: tooYoung },
  )
const youngGlobals = youngNames
  .filter(({ length }) => length === 1)
  .map(([name = '']) => ({ name, message: tooYoung }))

const boundaries = Object.entries(mayImport).map(([room, allowed]) => {
  // What is said in the chosen language is made where it is known: every room has sentences.
  const forbidden = rooms.filter((other) => ![room, 'words', ...allowed].includes(other))
  const patterns = [
    { regex: `^(\\.\\./)+(${forbidden.join('|')})/`, message: `${room} may not import this room.` },
  ]
  if (!readsAbis.includes(room))
    patterns.push({ regex: '^(\\.\\./)+abis/', message: `${room} may not import abis.` })
  const lazy = patterns.map(({ regex, message }) => ({
    selector: `ImportExpression > Literal[value=/${regex.replaceAll('/', '\\/')}/]`,
    message,
  }))
  /** @type {import('eslint').Linter.RulesRecord} */
  const rules = {
    'no-restricted-imports': ['error', { patterns }],
    'no-restricted-syntax': ['error', ...noFloats, ...lazy],
  }
  return { files: [`src/${room}/**/*.{ts,tsx}`], rules }
})

/**
 * @param {string[]} files
 * @param {string} toDevnet How they write the way to the files of devnet.
 * @returns {import('typescript-eslint').ConfigWithExtends}
 */
function browserSafe(files, toDevnet) {
  const patterns = [
    { regex: '^node:', message: 'The panel runs this in the browser.' },
    {
      regex: `^${toDevnet}(anvil|artifacts|deploy|devnet|seed|serve)$`,
      message: 'This one runs in Node only.',
    },
  ]
  return {
    files,
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  }
}

export default tseslint.config(
  {
    ignores: [
      'dist',
      '.devnet',
      '.package',
      '.release',
      '.descriptors',
      'abis',
      'contracts/{cache,out,src,test}/',
      // A project of its own, with packages of its own.
      'docs/history-server',
      'node_modules',
      'test-results',
      'playwright-report',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allow: [{ name: 'bigint', from: 'lib' }] },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: {
      'react-hooks': reactHooks,
      ballast: { rules: { 'own-element': ownElement } },
      // Its types name a newer ESLint than the one that runs here.
      'jsx-a11y-x': /** @type {import('eslint').ESLint.Plugin} */ (/** @type {unknown} */ (jsxA11y)),
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'react-hooks/exhaustive-deps': 'error',
      ...jsxA11y.configs.strict.rules,
      'no-restricted-syntax': ['error', ...noFloats],
      'no-restricted-properties': ['error', ...youngProperties],
      'ballast/own-element': 'error',
      'no-restricted-globals': ['error', ...youngGlobals],
    },
  },
  ...boundaries,
  // Charts convert at the last moment: an axis is pixels, not money.
  { files: ['src/**/*Chart.tsx', 'src/**/chart-*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['src/**/*.test.{ts,tsx}', 'src/**/testing/**'],
    rules: { 'no-restricted-syntax': 'off', 'no-restricted-imports': 'off' },
  },
  // The panel imports them: what a system is on the local chain runs in a browser as well.
  browserSafe(['devnet/{system,systems,time,actions,calls,contract,rpc,script,accounts}.ts'], '\\./'),
  browserSafe(['devnet/systems/**/*.ts'], '(\\.\\./)+'),
  // Commands talk to a terminal.
  {
    files: ['devnet/**/*.ts', 'bench/**/*.ts', 'contracts/deploy/*.ts', '.ci/release/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Scripts talk to a terminal and to JSON; their types come from JSDoc.
    files: ['**/*.{js,mjs}'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'fetch',
          'URL',
          'Buffer',
          'setTimeout',
          'clearTimeout',
          'AbortSignal',
          'performance',
          'setInterval',
          'clearInterval',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { ...tseslint.configs.disableTypeChecked.rules, 'no-console': 'off' },
  },
  {
    // Runs as it is, in browsers that may be older than anything else here.
    files: ['public/*.js'],
    languageOptions: {
      ecmaVersion: 5,
      sourceType: 'script',
      globals: { document: 'readonly', window: 'readonly', HTMLElement: 'readonly' },
    },
    rules: { 'no-var': 'off' },
  },
)

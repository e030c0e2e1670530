import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { buildTargets } from './.ci/browser-floor.mjs'
import { metaSecurityPolicy } from './devnet/headers.ts'
import { buildFiles, manifestName, manifestText } from './.ci/release/manifest.ts'

/** For hosts that set no headers. Only in a build: the development server injects scripts of its own. */
const securityMeta: Plugin = {
  name: 'security-meta',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: metaSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
}

/**
 * The first requests run while everything else is on its way: the page names their script by itself, after floor.js, which
 * may say that nothing starts, and before the app, which is ten times longer on its way. The entry waits for the words of
 * the chosen language and so is left with nothing but imports, which Vite puts into the page one by one. What draws is
 * named last: the first answers are checked and read while it is on its way.
 */
const headStart: Plugin = {
  name: 'head-start',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((chunk) => chunk.type === 'chunk')
      const [start = -1, app = -1] = ['start', 'first'].map((part) => {
        const file = chunks.find(({ name }) => name === part)?.fileName
        return file === undefined
          ? -1
          : html.indexOf(`<script type="module" crossorigin src="./${file}"></script>`)
      })
      if (start === -1 || start > app)
        throw new Error('The page has no script of its own for the head start.')
      const draw = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/react-dom/client.js'))
      if (!draw) throw new Error('What draws has no script of its own.')
      const attrs = {
        rel: 'modulepreload',
        crossorigin: true,
        href: `./${draw.fileName}`,
        fetchpriority: 'low',
      }
      return [{ tag: 'link', attrs, injectTo: 'head' }]
    },
  },
}

/**
 * WalletConnect's client uses more of the hashes than the app does, and what anybody uses of a module is where the module
 * is: with the first view. The client gets a copy of its own.
 */
const lateHashes: Plugin = {
  name: 'late-hashes',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (importer === undefined || !/\/@walletconnect\/|\?late$/.test(importer)) return null
    // Its helpers as a script of the same kind: reading a module from one takes more of the runtime, which is in the first view.
    const wanted = source === 'tslib' ? 'tslib/tslib.js' : source
    const found = await this.resolve(wanted, importer, { ...options, skipSelf: true })
    return found && /\/@noble\/hashes\/[^?]*$/.test(found.id) ? `${found.id}?late` : found
  },
}

/** Writes the list of the files of the build beside them. */
function manifest(): Plugin {
  let dir = ''
  return {
    name: 'manifest',
    apply: 'build',
    configResolved({ root, build }) {
      dir = resolve(root, build.outDir)
    },
    closeBundle() {
      writeFileSync(join(dir, manifestName), manifestText(buildFiles(dir)))
    },
  }
}

export default defineConfig({
  // Relative, so that one build serves from any folder, host or IPFS path.
  base: './',
  plugins: [react(), tailwindcss(), lateHashes, headStart, securityMeta, manifest()],
  resolve: {
    alias: {
      // wagmi's list of connectors imports a wallet SDK that package.json overrides with an empty package.
      'porto/internal': 'porto',
      // What the router asks for of older Reacts, and this one has.
      'use-sync-external-store/shim/index.js': 'react',
    },
  },
  build: {
    target: buildTargets,
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // What the first view needs comes as one file: compressed together it is a tenth smaller than in parts. It carries
      // the list of all other files, so those are few, one for what each room shares, and only pages have a name there.
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'start',
              test: /\/src\/(start|backstop\/first-call|chain\/(aggregate3|head-start|post-question|preferred-node|safe-(url|storage)))\./,
              priority: 3,
            },
            { name: 'first', tags: ['$initial'], priority: 2 },
            {
              name: 'parts',
              test: /\/src\/(ui|form|system|math|chain|tx\/(plan|explain))\//,
              minShareCount: 2,
              priority: 1,
            },
            {
              debugName: 'rooms',
              name: (id) => /\/src\/(\w+)\//.exec(id)?.[1] ?? null,
              test: /\/src\/\w+\//,
              minShareCount: 2,
            },
          ],
        },
        chunkFileNames: ({ name, isDynamicEntry }) =>
          isDynamicEntry || name === 'first' ? 'assets/[name]-[hash:7].js' : 'assets/[hash:7].js',
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.{ts,tsx}',
            'devnet/**/*.test.ts',
            'contracts/deploy/*.test.ts',
            '.ci/**/*.test.ts',
          ],
          exclude: ['**/*.chain.test.ts'],
          // Ten times what the slowest needs here: only what hangs gets to know it.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'chain',
          include: ['{src,devnet,contracts/deploy,e2e/fixtures}/**/*.chain.test.ts'],
          // The longest takes 27 s on two idle cores, and a local chain's start waits for the others.
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})

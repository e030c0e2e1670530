/** `npm run package`: builds the package `ballast` into `.package/`, with its types, ready for `npm pack`. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { preProcessFile } from 'typescript'
import { build } from 'vite'

import { entriesOf } from './entries'

const root = resolve(import.meta.dirname, '../..')
const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string
  readonly license: string
  readonly engines: { readonly node: string }
  readonly dependencies: Readonly<Record<string, string>>
}
/** All that the package needs of others. */
const needed = ['viem', 'valibot'] as const

/** One file per file of the source, so that whoever imports a formula gets that formula. */
async function buildCode(dir: string): Promise<void> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: dir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      lib: { entry: entriesOf(root), formats: ['es'] },
      rolldownOptions: {
        external: /^(node:|viem($|\/)|valibot$)/,
        output: { preserveModules: true, preserveModulesRoot: root, entryFileNames: '[name].js' },
      },
    },
  })
}

/** The types of the entries, and of what they speak of. */
function buildTypes(dir: string): void {
  const all = mkdtempSync(join(tmpdir(), 'ballast-types-'))
  const settings = join(all, 'tsconfig.json')
  writeFileSync(
    settings,
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: {
        ...{ noEmit: false, declaration: true, emitDeclarationOnly: true, noCheck: true },
        ...{ rootDir: root, outDir: all, incremental: false },
        types: ['node'],
        typeRoots: [join(root, 'node_modules/@types')],
      },
      include: [],
      exclude: [],
      files: Object.values(entriesOf(root)),
    }),
  )
  try {
    execFileSync(process.execPath, [
      createRequire(import.meta.url).resolve('typescript/bin/tsc'),
      '-p',
      settings,
    ])
    const done = new Set<string>()
    const take = (name: string) => {
      if (done.has(name)) return
      done.add(name)
      const text = readFileSync(join(all, name), 'utf8')
      const { importedFiles } = preProcessFile(text)
      for (const { fileName } of importedFiles)
        if (fileName.startsWith('.')) take(`${join(dirname(name), fileName)}.d.ts`)
      mkdirSync(dirname(join(dir, name)), { recursive: true })
      // Node wants whole names.
      writeFileSync(join(dir, name), text.replace(/((?:from|import\()\s*['"]\.[^'"]*)/g, '$1.js'))
    }
    for (const name of Object.keys(entriesOf(root)))
      if (existsSync(join(all, `${name}.d.ts`))) take(`${name}.d.ts`)
  } finally {
    rmSync(all, { recursive: true, force: true })
  }
}

function describe(dir: string): void {
  const entry = (name: string) => ({ types: `./${name}.d.ts`, default: `./${name}.js` })
  const json = {
    name: 'ballast',
    version: about.version,
    description: 'Reads, arithmetic, plans and alerts of Ballast, for scripts and the command line.',
    license: about.license,
    type: 'module',
    engines: about.engines,
    sideEffects: false,
    exports: {
      '.': entry('src/package/index'),
      './math/*': entry('src/math/*'),
      './abis/*': entry('abis/*'),
    },
    bin: { ballast: './bin.js' },
    dependencies: Object.fromEntries(needed.map((name) => [name, about.dependencies[name]])),
  }
  writeFileSync(join(dir, 'package.json'), `${JSON.stringify(json, null, 2)}\n`)
  writeFileSync(join(dir, 'bin.js'), "#!/usr/bin/env node\nimport './src/package/bin.js'\n", { mode: 0o755 })
  cpSync(join(root, 'docs/package.md'), join(dir, 'README.md'))
  cpSync(join(root, 'LICENSE'), join(dir, 'LICENSE'))
}

/** Builds the package into a folder, which it empties first. */
export async function buildPackage(dir: string): Promise<void> {
  await buildCode(dir)
  buildTypes(dir)
  describe(dir)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildPackage(join(root, '.package'))

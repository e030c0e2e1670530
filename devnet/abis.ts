/**
 * Writes `abis/<Contract>.ts` from the built contracts: one constant each, typed by its literal value. For contracts
 * that a first view reads, `abis/views/<Contract>.ts` holds the view functions alone, a fraction of the size. The files
 * that are there are the list: `npm run abis` writes them anew, `npm run abis -- Jar views/Jar` adds to them, and
 * `npm run abis:check` writes nothing and exits 1 if one is stale. Of a contract's views those stay that the file has:
 * lines that nobody reads may be deleted, and `npm run abis -- views/Jar` brings all of them back.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { command } from './command'

const contractsDir = fileURLToPath(new URL('../contracts', import.meta.url))
const abisDir = fileURLToPath(new URL('../abis', import.meta.url))
const forge = fileURLToPath(new URL('../contracts/forge.mjs', import.meta.url))

/** Builds the contracts without the tests; the compiler's words appear only when it fails. */
function build() {
  const result = spawnSync(process.execPath, [forge, 'build', '--skip', 'test'], { encoding: 'utf8' })
  if (result.status === 0) return
  process.stderr.write(`${result.stdout}${result.stderr}`)
  throw new Error('forge build failed', { cause: result.error })
}

type Entry = { readonly type: string; readonly name?: string; readonly stateMutability?: string }

/** "TetherUSD" is tetherUsd in TypeScript: a run of capitals is one word. */
function camelCase(contract: string): string {
  const words = contract.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*/g) ?? [contract]
  const capital = words.map((word) => `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`).join('')
  return `${capital.slice(0, 1).toLowerCase()}${capital.slice(1)}`
}

/** One entry a line, without Solidity's internal type names, which nothing in the app reads. */
function render(name: string, isWhole: boolean): string {
  const isViews = name.startsWith('views/')
  const contract = name.replace(/^views\//, '')
  const output = `${contractsDir}/out/${contract}.sol/${contract}.json`
  if (!existsSync(output)) throw new Error(`There is no contract ${contract}: abis/${name}.ts has to go.`)
  const { abi } = JSON.parse(readFileSync(output, 'utf8')) as { abi: readonly Entry[] }
  const former = isWhole ? undefined : readFileSync(`${abisDir}/${name}.ts`, 'utf8')
  const isKept = (entry: Entry) => former?.includes(`"name":"${entry.name}","inputs"`) ?? true
  const entries = abi
    .filter((entry) => !isViews || (isView(entry) && isKept(entry)))
    .map((entry) => {
      const text = JSON.stringify(entry, (key, value: unknown) =>
        key === 'internalType' ? undefined : value,
      )
      return `  ${text},\n`
    })
  const constant = `${camelCase(contract)}${isViews ? 'Views' : 'Abi'}`
  return `// Generated from contracts/ by devnet/abis.ts. Do not edit.\nexport const ${constant} = [\n${entries.join('')}] as const\n`
}

function isView({ type, stateMutability }: Entry) {
  return type === 'function' && stateMutability === 'view'
}

await command(() => {
  const args = process.argv.slice(2)
  const isCheck = args.includes('--check')
  const wanted = args.filter((arg) => arg !== '--check')
  build()
  mkdirSync(`${abisDir}/views`, { recursive: true })
  const present = readdirSync(abisDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replaceAll('\\', '/').replace(/\.ts$/, ''))
  const files = [...new Set([...present, ...wanted])].map((name) => ({
    path: `${abisDir}/${name}.ts`,
    name,
    text: render(name, wanted.includes(name)),
  }))
  const stale = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
  if (isCheck && stale.length > 0)
    throw new Error(`Stale in abis/: ${stale.map(({ name }) => name).join(', ')}. Run: npm run abis`)
  if (!isCheck) for (const { path, text } of stale) writeFileSync(path, text)
})

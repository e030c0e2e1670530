/**
 * Writes `abis/<Contract>.ts` from the built contracts: one constant each, typed by its literal value. For contracts
 * that a first view reads, `abis/views/<Contract>.ts` holds the view functions alone, a fraction of the size.
 * `npm run abis` writes; `npm run abis:check` writes nothing and exits 1 if a file is stale.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const contractsDir = fileURLToPath(new URL('../contracts', import.meta.url))
const abisDir = fileURLToPath(new URL('../abis', import.meta.url))
const forge = fileURLToPath(new URL('../contracts/forge.mjs', import.meta.url))

/** Contract to name of its constant. */
const constants: Record<string, string> = {
  BackstopMathHarness: 'backstopMathHarnessAbi',
  BackstopPool: 'backstopPoolAbi',
  BackstopRegistry: 'backstopRegistryAbi',
  BackstopSeries: 'backstopSeriesAbi',
  DevPnlSource: 'devPnlSourceAbi',
  DevPriceFeed: 'devPriceFeedAbi',
  GTokenStandIn: 'gTokenStandInAbi',
  MUSDTVault: 'musdtVaultAbi',
  MstrToken: 'mstrTokenAbi',
  Multicall3: 'multicall3Abi',
  MusdtLockedNft: 'musdtLockedNftAbi',
  NoteNFT: 'noteNftAbi',
  PriceFeedAdapter: 'priceFeedAdapterAbi',
  SeriesLedger: 'seriesLedgerAbi',
  TetherUSD: 'tetherUsdAbi',
  Treasury: 'treasuryAbi',
  TwapOracle: 'twapOracleAbi',
  WarrantNFT: 'warrantNftAbi',
  WrappedBitcoin: 'wrappedBitcoinAbi',
}

const withViews = ['BackstopPool', 'BackstopRegistry', 'BackstopSeries', 'TetherUSD']

/** Builds the contracts without the tests; the compiler's words appear only when it fails. */
function build() {
  const result = spawnSync(process.execPath, [forge, 'build', '--skip', 'test'], { encoding: 'utf8' })
  if (result.status === 0) return
  process.stderr.write(`${result.stdout}${result.stderr}`)
  throw new Error('forge build failed', { cause: result.error })
}

type Entry = { readonly type: string; readonly stateMutability?: string }

/** One entry a line, without Solidity's internal type names, which nothing in the app reads. */
function render(contract: string, constant: string, isWanted: (entry: Entry) => boolean = () => true) {
  const output = readFileSync(`${contractsDir}/out/${contract}.sol/${contract}.json`, 'utf8')
  const { abi } = JSON.parse(output) as { abi: readonly Entry[] }
  const entries = abi.filter(isWanted).map((entry) => {
    const text = JSON.stringify(entry, (key, value: unknown) => (key === 'internalType' ? undefined : value))
    return `  ${text},\n`
  })
  return `// Generated from contracts/ by devnet/abis.ts. Do not edit.\nexport const ${constant} = [\n${entries.join('')}] as const\n`
}

function isView({ type, stateMutability }: Entry) {
  return type === 'function' && stateMutability === 'view'
}

build()
mkdirSync(`${abisDir}/views`, { recursive: true })
const files = Object.entries(constants).flatMap(([contract, constant]) => [
  { name: `${contract}.ts`, text: render(contract, constant) },
  ...(withViews.includes(contract)
    ? [{ name: `views/${contract}.ts`, text: render(contract, constant.replace(/Abi$/, 'Views'), isView) }]
    : []),
])

if (process.argv.includes('--check')) {
  const names = files.map((file) => file.name)
  const unknown = readdirSync(abisDir, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !names.includes(name),
  )
  const stale = files.filter(({ name, text }) => {
    const path = `${abisDir}/${name}`
    return !existsSync(path) || readFileSync(path, 'utf8') !== text
  })
  const wrong = [...stale.map((file) => file.name), ...unknown]
  if (wrong.length > 0) {
    process.stderr.write(`Stale in abis/: ${wrong.join(', ')}. Run: npm run abis\n`)
    process.exitCode = 1
  }
} else {
  for (const { name, text } of files) writeFileSync(`${abisDir}/${name}`, text)
}

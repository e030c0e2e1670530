/**
 * Writes `abis/<Contract>.ts` from the built contracts: one constant each, typed by its literal value.
 * `node devnet/abis.mjs` writes; `node devnet/abis.mjs --check` writes nothing and exits 1 if a file is stale.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const contractsDir = fileURLToPath(new URL('../contracts', import.meta.url))
const abisDir = fileURLToPath(new URL('../abis', import.meta.url))
const forge = fileURLToPath(new URL('../node_modules/.bin/forge', import.meta.url))

/** Contract to name of its constant. */
const constants = {
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

/** Builds the contracts without the tests; the compiler's words appear only when it fails. */
function build() {
  const result = spawnSync(forge, ['build', '--skip', 'test'], { cwd: contractsDir, encoding: 'utf8' })
  if (result.status === 0) return
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`)
  throw new Error('forge build failed', { cause: result.error })
}

/**
 * One entry a line, without Solidity's internal type names, which nothing in the app reads.
 * @param {string} contract
 * @param {string} constant
 */
function render(contract, constant) {
  const artifact = JSON.parse(readFileSync(`${contractsDir}/out/${contract}.sol/${contract}.json`, 'utf8'))
  const entries = artifact.abi.map((/** @type {unknown} */ entry) => {
    const text = JSON.stringify(entry, (key, value) => (key === 'internalType' ? undefined : value))
    return `  ${text},\n`
  })
  return `// Generated from contracts/ by devnet/abis.mjs. Do not edit.\nexport const ${constant} = [\n${entries.join('')}] as const\n`
}

build()
mkdirSync(abisDir, { recursive: true })
const files = Object.entries(constants).map(([contract, constant]) => ({
  name: `${contract}.ts`,
  text: render(contract, constant),
}))

if (process.argv.includes('--check')) {
  const names = files.map((file) => file.name)
  const unknown = readdirSync(abisDir).filter((name) => !names.includes(name))
  const stale = files.filter(({ name, text }) => {
    const path = `${abisDir}/${name}`
    return !existsSync(path) || readFileSync(path, 'utf8') !== text
  })
  const wrong = [...stale.map((file) => file.name), ...unknown]
  if (wrong.length > 0) {
    process.stderr.write(`Stale in abis/: ${wrong.join(', ')}. Run: node devnet/abis.mjs\n`)
    process.exitCode = 1
  }
} else {
  for (const { name, text } of files) writeFileSync(`${abisDir}/${name}`, text)
}

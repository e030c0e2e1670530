/** What one can do to a vault of a running devnet, ours or a GToken. Runs in Node and in the browser. */
import { parseAbi, toEventSelector } from 'viem'
import { keeper } from './accounts.mjs'
import { chainSeconds, moveClock, nextEdge } from './actions.mjs'
import { readContract, sendContract } from './contract.mjs'

/** @typedef {import('./rpc.mjs').Rpc} Rpc */
/** @typedef {`0x${string}`} Address */
/** @typedef {{ seconds: number, what: string }} Edge */

const vaultAbi = parseAbi([
  'struct LockedDeposit { address owner; uint256 shares; uint256 assetsDeposited; uint256 assetsDiscount; uint256 atTimestamp; uint256 lockDuration; }',
  'function asset() view returns (address)',
  'function tvl() view returns (uint256)',
  'function epochLength() view returns (uint256)',
  'function requestWindow() view returns (uint256)',
  'function currentEpoch() view returns (uint256)',
  'function currentEpochStart() view returns (uint256)',
  'function lockedDepositsCount() view returns (uint256)',
  'function getLockedDeposit(uint256) view returns (LockedDeposit)',
  'function lockedDepositNft() view returns (address)',
  'function distributeReward(uint256)',
  'function tryNewOpenPnlRequestOrEpoch()',
])
const pnlAbi = parseAbi(['function setCollateralizationP(uint256)'])
const usdtAbi = parseAbi(['function faucet(address, uint256)', 'function approve(address, uint256)'])

/** Both name the source of PnL first. */
const pnlEvents = parseAbi([
  'event AssetsSent(address indexed sender, address indexed receiver, uint256 assets)',
  'event AssetsReceived(address indexed sender, address indexed user, uint256 assets, uint256 assetsLessDeplete)',
])

const day = 86_400

/**
 * Who pays winnings out of a vault and brings losses into it: whoever did so last.
 * @param {Rpc} rpc
 * @param {Address} vault
 * @returns {Promise<Address>}
 */
export async function findPnlSource(rpc, vault) {
  const filter = { address: vault, fromBlock: '0x0', topics: [pnlEvents.map(toEventSelector)] }
  /** @type {{ topics: Address[] }[]} */
  const logs = await rpc('eth_getLogs', [filter])
  const sender = logs.at(-1)?.topics[1]
  if (sender === undefined)
    throw new Error('Nobody has won from this vault or lost to it: its traders are unknown.')
  return `0x${sender.slice(-40)}`
}

/**
 * Lets traders win or lose until CR is `percentP`, or as little above as whole units of USDT allow. A GToken follows
 * with its next epoch only.
 * @param {Rpc} rpc
 * @param {Address} pnlSource
 * @param {bigint} percentP 1e18 = 1%.
 */
export async function setCollateralization(rpc, pnlSource, percentP) {
  await sendContract(rpc, keeper, {
    address: pnlSource,
    abi: pnlAbi,
    functionName: 'setCollateralizationP',
    args: [percentP],
  })
}

/**
 * Rewards of a part of what all shares are worth at most.
 * @param {Rpc} rpc
 * @param {Address} vault
 * @param {bigint} basisPoints
 */
export async function distributeReward(rpc, vault, basisPoints) {
  const assets = ((await read(rpc, vault, 'tvl')) * basisPoints) / 10_000n
  if (assets === 0n) throw new Error('There are no shares to reward.')
  const usdt = { address: await read(rpc, vault, 'asset'), abi: usdtAbi }
  await sendContract(rpc, keeper, { ...usdt, functionName: 'faucet', args: [keeper, assets] })
  await sendContract(rpc, keeper, { ...usdt, functionName: 'approve', args: [vault, assets] })
  await sendContract(rpc, keeper, {
    address: vault,
    abi: vaultAbi,
    functionName: 'distributeReward',
    args: [assets],
  })
}

/** The NFT of a vault's locks. @param {Rpc} rpc @param {Address} vault @returns {Promise<Address>} */
export function lockNftOf(rpc, vault) {
  return read(rpc, vault, 'lockedDepositNft')
}

/**
 * Whether a vault has a GToken's rules: PnL counts from the next epoch on, which somebody has to start.
 * @param {Rpc} rpc
 * @param {Address} vault
 */
export async function isGToken(rpc, vault) {
  try {
    await read(rpc, vault, 'epochLength')
    return false
  } catch (error) {
    if (error instanceof Error && error.message.includes('revert')) return true
    throw error
  }
}

/**
 * To the start of the vault's next epoch.
 * @param {Rpc} rpc
 * @param {Address} registry
 * @param {Address} vault
 * @returns {Promise<string>} What has happened.
 */
export async function startNextEpoch(rpc, registry, vault) {
  const { startsAt, seconds, isPoked } = await epochOf(rpc, vault)
  if (seconds === 0) throw new Error('This vault has no epochs: it redeems at once.')
  const due = startsAt + seconds
  // An epoch of a GToken may be due for long.
  if (!isPoked || due > (await chainSeconds(rpc))) await moveClock(rpc, registry, due)
  if (isPoked)
    await sendContract(rpc, keeper, {
      address: vault,
      abi: vaultAbi,
      functionName: 'tryNewOpenPnlRequestOrEpoch',
    })
  return `Epoch ${await read(rpc, vault, 'currentEpoch')} has begun.`
}

/**
 * The next time at which something of the vault opens or closes, or a lock ends.
 * @param {Rpc} rpc
 * @param {Address} vault
 * @param {'any' | 'unlock'} kind
 * @returns {Promise<Edge | undefined>}
 */
export async function nextVaultEdge(rpc, vault, kind) {
  const count = Number(await read(rpc, vault, 'lockedDepositsCount'))
  const unlocks = Array.from({ length: count }, async (_, index) => {
    const lock = await read(rpc, vault, 'getLockedDeposit', [BigInt(index + 1)])
    return {
      seconds: Number(lock.atTimestamp + lock.lockDuration),
      what: `Lock ${index + 1} can be unlocked`,
    }
  })
  const edges = await Promise.all(unlocks)
  if (kind === 'any') {
    const { startsAt, seconds, requestSeconds } = await epochOf(rpc, vault)
    if (seconds > 0)
      edges.push(
        { seconds: startsAt + requestSeconds, what: 'The request window of the vault closes' },
        { seconds: startsAt + seconds, what: 'The next epoch of the vault is due' },
      )
  }
  return first(edges, await chainSeconds(rpc))
}

/**
 * The next time at which a window of any series, or anything of the vault, opens or closes.
 * @param {Rpc} rpc
 * @param {{ backstopRegistry: Address, musdtVault?: Address | undefined }} contracts
 * @returns {Promise<Edge | undefined>}
 */
export async function nextWindow(rpc, { backstopRegistry, musdtVault }) {
  const edges = [
    await nextEdge(rpc, backstopRegistry, 'any'),
    musdtVault && (await nextVaultEdge(rpc, musdtVault, 'any')),
  ]
  return first(
    edges.filter((edge) => edge !== undefined),
    0,
  )
}

/** @param {Edge[]} edges @param {number} after Unix seconds. @returns {Edge | undefined} */
function first(edges, after) {
  return edges.filter(({ seconds }) => seconds > after).sort((a, b) => a.seconds - b.seconds)[0]
}

/** The running epoch; 0 seconds long in a vault without epochs. @param {Rpc} rpc @param {Address} vault */
async function epochOf(rpc, vault) {
  const startsAt = Number(await read(rpc, vault, 'currentEpochStart'))
  if (await isGToken(rpc, vault))
    return { startsAt, seconds: 3 * day, requestSeconds: 2 * day, isPoked: true }
  const seconds = Number(await read(rpc, vault, 'epochLength'))
  const requestSeconds = Number(await read(rpc, vault, 'requestWindow'))
  return { startsAt, seconds, requestSeconds, isPoked: false }
}

/** @param {Rpc} rpc @param {Address} vault @param {string} functionName @param {readonly unknown[]} [args] */
function read(rpc, vault, functionName, args = []) {
  return readContract(rpc, { address: vault, abi: vaultAbi, functionName, args })
}

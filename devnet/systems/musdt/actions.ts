/** What one can do to a vault of a running devnet, ours or a GToken. Runs in Node and in the browser. */
import {
  parseAbi,
  toEventSelector,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
} from 'viem'
import { devPnlSourceAbi } from '../../../abis/DevPnlSource'
import { musdtVaultAbi } from '../../../abis/MUSDTVault'
import { tetherUsdAbi } from '../../../abis/TetherUSD'
import { feedAbi, gTokenAbi } from '../../../src/musdt/gtoken-abi'
import { keeper } from '../../accounts'
import { chainSeconds } from '../../actions'
import { readContract, sendContract } from '../../contract'
import type { Rpc } from '../../rpc'
import type { Edge, Running } from '../../system'

/** Both name the source of PnL first. */
const pnlEvents = parseAbi([
  'event AssetsSent(address indexed sender, address indexed receiver, uint256 assets)',
  'event AssetsReceived(address indexed sender, address indexed user, uint256 assets, uint256 assetsLessDeplete)',
])

/** Who pays winnings out of a vault and brings losses into it: whoever did so last. */
export async function findPnlSource(rpc: Rpc, vault: Address): Promise<Address> {
  const filter = {
    address: vault,
    fromBlock: '0x0',
    topics: [pnlEvents.map((event) => toEventSelector(event))],
  }
  const logs = await rpc('eth_getLogs', [filter])
  const sender = logs.at(-1)?.topics[1]
  if (sender === undefined)
    throw new Error('Nobody has won from this vault or lost to it: its traders are unknown.')
  return `0x${sender.slice(-40)}`
}

/**
 * Lets traders win or lose until CR is `percentP`, or as little above as whole units of USDT allow. A GToken follows
 * with its next epoch only. 1e18 is 1%.
 */
export async function setCollateralization(rpc: Rpc, pnlSource: Address, percentP: bigint): Promise<void> {
  await sendContract(rpc, keeper, {
    address: pnlSource,
    abi: devPnlSourceAbi,
    functionName: 'setCollateralizationP',
    args: [percentP],
  })
}

/** Rewards of a part of what all shares are worth at most. */
export async function distributeReward(rpc: Rpc, vault: Address, basisPoints: bigint): Promise<void> {
  const assets = ((await read(rpc, vault, 'tvl')) * basisPoints) / 10_000n
  if (assets === 0n) throw new Error('There are no shares to reward.')
  const usdt = { address: await read(rpc, vault, 'asset'), abi: tetherUsdAbi }
  await sendContract(rpc, keeper, { ...usdt, functionName: 'faucet', args: [keeper, assets] })
  await sendContract(rpc, keeper, { ...usdt, functionName: 'approve', args: [vault, assets] })
  await sendContract(rpc, keeper, {
    address: vault,
    abi: musdtVaultAbi,
    functionName: 'distributeReward',
    args: [assets],
  })
}

/** The NFT of a vault's locks. */
export function lockNftOf(rpc: Rpc, vault: Address): Promise<Address> {
  return read(rpc, vault, 'lockedDepositNft')
}

/** Whether a vault has a GToken's rules: PnL counts from the next epoch on, which somebody has to start. */
export async function isGToken(rpc: Rpc, vault: Address): Promise<boolean> {
  try {
    await read(rpc, vault, 'epochLength')
    return false
  } catch (error) {
    if (error instanceof Error && error.message.includes('revert')) return true
    throw error
  }
}

/** To the start of the vault's next epoch. Says what has happened. */
export async function startNextEpoch({ rpc, moveClock }: Running, vault: Address): Promise<string> {
  const { startsAt, seconds, feed } = await epochOf(rpc, vault)
  if (seconds === 0) throw new Error('This vault has no epochs: it redeems at once.')
  const due = startsAt + seconds
  // An epoch of a GToken may be due for long.
  if (feed === undefined || due > (await chainSeconds(rpc))) await moveClock(due)
  if (feed !== undefined)
    await sendContract(rpc, keeper, { address: feed, abi: feedAbi, functionName: 'forceNewEpoch' })
  return `Epoch ${await read(rpc, vault, 'currentEpoch')} has begun.`
}

/** When something of the vault opens or closes, and when each lock ends. */
export async function vaultEdges(rpc: Rpc, vault: Address): Promise<Edge[]> {
  const count = Number(await read(rpc, vault, 'lockedDepositsCount'))
  const unlocks = Array.from({ length: count }, async (_, index) => {
    const lock = await read(rpc, vault, 'getLockedDeposit', [BigInt(index + 1)])
    return {
      seconds: Number(lock.atTimestamp + lock.lockDuration),
      what: `Lock ${index + 1} can be unlocked`,
      kind: 'unlock',
    }
  })
  const edges: Edge[] = await Promise.all(unlocks)
  const { startsAt, seconds, requestSeconds } = await epochOf(rpc, vault)
  if (seconds > 0)
    edges.push(
      { seconds: startsAt + requestSeconds, what: 'The request window of the vault closes' },
      { seconds: startsAt + seconds, what: 'The next epoch of the vault is due' },
    )
  return edges
}

/** The running epoch; 0 seconds long in a vault without epochs. A GToken's has the rhythm of its feed. */
async function epochOf(rpc: Rpc, vault: Address) {
  const startsAt = Number(await read(rpc, vault, 'currentEpochStart'))
  if (await isGToken(rpc, vault)) {
    const feed = await readContract(rpc, {
      address: vault,
      abi: gTokenAbi,
      functionName: 'openTradesPnlFeed',
    })
    const ask = (functionName: 'requestsStart' | 'requestsEvery' | 'requestsCount') =>
      readContract(rpc, { address: feed, abi: feedAbi, functionName })
    const requestSeconds = Number(await ask('requestsStart'))
    const seconds = requestSeconds + Number((await ask('requestsEvery')) * (await ask('requestsCount')))
    return { startsAt, seconds, requestSeconds, feed }
  }
  const seconds = Number(await read(rpc, vault, 'epochLength'))
  const requestSeconds = Number(await read(rpc, vault, 'requestWindow'))
  return { startsAt, seconds, requestSeconds, feed: undefined }
}

type ViewName = ContractFunctionName<typeof musdtVaultAbi, 'view'>
type ViewArgs<Name extends ViewName> = ContractFunctionArgs<typeof musdtVaultAbi, 'view', Name>

function read<Name extends ViewName>(
  rpc: Rpc,
  vault: Address,
  functionName: Name,
  args?: ViewArgs<Name>,
): Promise<ContractFunctionReturnType<typeof musdtVaultAbi, 'view', Name, ViewArgs<Name>>> {
  return readContract(rpc, { address: vault, abi: musdtVaultAbi, functionName, ...(args ? { args } : {}) })
}

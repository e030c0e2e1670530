/** Plans a deployment, rehearses it, sends what has not been sent, and reads back what stands. */
import {
  createPublicClient,
  createWalletClient,
  defineChain,
  http,
  size,
  type Account,
  type Address,
  type Chain,

  type PublicClient,
  type Transport,
} from 'viem'
import {
  estimateGas,
  getBlock,
  getChainId,
  getCode,
  getTransactionCount,
  simulateBlocks,
  waitForTransactionReceipt,
} from 'viem/actions'
import { reasonOf } from '../../src/chain/reason'
import { blockOf } from './as-deployer'
import type { Step } from './kit'
import { putSystems, type DeployParameters } from './parameters'
import { madeOf, readRecord, writeRecord, type Begun } from './record'
import { dataOf, writeSteps } from './steps'

export type Target = { readonly client: PublicClient<Transport, Chain>; readonly chain: Chain }

export type Planned = {
  readonly record: Begun
  readonly steps: readonly Step[]
  /** By system and name, as far as they are contracts of one name. */
  readonly contracts: ReturnType<typeof putSystems>
  /** How many of the steps are on the chain. */
  readonly done: number
}

/** A receipt is waited for so long: a fee that was right a minute ago may be too low. */
const RECEIPT_MS = 10 * 60_000

/** The chain of the parameters, by this node. @throws a sentence where the node serves another one */
export async function openTarget({ network }: DeployParameters, transport: Transport): Promise<Target> {
  const { chainId, name, nativeCurrency = { name: 'Ether', symbol: 'ETH' } } = network
  const chain = defineChain({
    id: chainId,
    name,
    nativeCurrency: { ...nativeCurrency, decimals: 18 },
    rpcUrls: { default: { http: network.rpcUrls } },
  })
  const client = createPublicClient({ chain, transport, cacheTime: 0 })
  const served = await getChainId(client)
  if (served !== chainId) throw new Error(`The node serves chain ${served}, and the parameters are for ${chainId}.`)
  return { client, chain }
}

export const transportOf = (rpcUrl: string) => http(rpcUrl, { retryCount: 2, timeout: 20_000 })

/**
 * What is to be sent, and how much of it has been. Nothing is sent or written.
 * @throws a sentence where a deployment that was begun can't go on: other parameters, or a nonce of the deployer that was
 * used for something else
 */
export async function planDeployment(
  { client }: Target,
  parameters: DeployParameters,
  deployer: Address,
  recordFile: string,
): Promise<Planned> {
  const nonce = await getTransactionCount(client, { address: deployer })
  const open = (await getTransactionCount(client, { address: deployer, blockTag: 'pending' })) - nonce
  if (open > 0)
    throw new Error(
      `${open} of the transactions of ${deployer} are on their way: wait until they are on the chain, then run this again.`,
    )
  const known = readRecord(recordFile)
  if (known && known.deployer.toLowerCase() !== deployer.toLowerCase())
    throw new Error(`${recordFile} was begun by ${known.deployer}.`)
  const block = await getBlock(client)
  const begun = known ?? {
    deployer,
    firstNonce: nonce,
    now: asCount(block.timestamp),
    fromBlock: asCount(block.number),
  }
  const { kit, steps } = writeSteps(deployer, BigInt(begun.firstNonce), begun.now)
  const contracts = putSystems(kit, parameters)
  if (steps.length === 0) throw new Error('The parameters name no system.')
  const hash = madeOf(steps)
  if (known && known.madeOf !== hash)
    throw new Error(
      `The parameters or the contracts are not those that ${recordFile} was begun with. Go on with those, or move it away to begin a new deployment.`,
    )
  const done = Math.min(nonce - begun.firstNonce, steps.length)
  for (const step of steps.slice(0, done)) {
    if ('data' in step && size((await getCode(client, step)) ?? '0x') === 0)
      throw new Error(
        `${step.label} is not at ${step.address}: it failed, or ${deployer} has sent something else meanwhile. Move ${recordFile} away to begin a new deployment.`,
      )
  }
  return { record: { ...begun, madeOf: hash }, steps, contracts, done }
}

/**
 * Runs the steps that are left one after the other in blocks that never happen.
 * @returns gas of each, or a sentence why it can't be told; throws a sentence where a step fails
 */
export async function rehearseSteps(
  { client }: Target,
  { steps, done, record }: Planned,
): Promise<readonly bigint[] | string> {
  const left = steps.slice(done)
  const { deployer, firstNonce } = record
  const blocks = left.map((step, index) => blockOf(step, deployer, firstNonce + done + index))
  let results
  try {
    results = await simulateBlocks(client, { blocks })
  } catch (error) {
    return `The node can’t rehearse it: ${reasonOf(error)}`
  }
  return results.map(({ calls: [ran] }, index) => {
    if (ran?.status === 'success') return ran.gasUsed
    throw new Error(`${left[index]?.label} would fail: ${reasonOf(ran?.error)}`)
  })
}

/** Sends the steps that are left, each after the one before is on the chain. @throws a sentence where one fails */
export async function sendSteps(
  { client, chain }: Target,
  { steps, done, record }: Planned,
  { recordFile, account, transport, tell }: {
    readonly recordFile: string
    readonly account: Account
    readonly transport: Transport
    readonly tell: (line: string) => void
  },
): Promise<void> {
  const wallet = createWalletClient({ account, chain, transport })
  // Before the first transaction: afterwards its nonce could not be told.
  writeRecord(recordFile, record)
  for (const [index, step] of steps.entries()) {
    if (index < done) continue
    const request = { data: dataOf(step), to: toOf(step) }
    const gas = await estimateGas(client, { account, ...request }).catch((error: unknown) => {
      throw new Error(`${step.label} would fail: ${reasonOf(error)}`)
    })
    const nonce = record.firstNonce + index
    // Between the estimate and its block another second begins.
    const hash = await wallet.sendTransaction({ ...request, nonce, gas: (gas * 6n) / 5n })
    const { status, gasUsed } = await waitForTransactionReceipt(client, { hash, timeout: RECEIPT_MS })
    if (status !== 'success') throw new Error(`${step.label} failed: ${hash}`)
    tell(`${index + 1} of ${steps.length}  ${step.label}  ${step.address}  gas ${gasUsed}`)
  }
}

const toOf = (step: Step): Address | undefined => ('data' in step ? undefined : step.address)

/** A block's number or time. */
function asCount(value: bigint): number {
  return Number(value)
}


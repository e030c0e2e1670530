/** `npm run deploy`: puts systems on a chain. Without --send it only says what it would do. */
import { parseArgs } from 'node:util'
import { formatGwei } from 'viem'
import { privateKeyToAccount, type PrivateKeyAccount } from 'viem/accounts'
import { getGasPrice } from 'viem/actions'
import { pathToFileURL } from 'node:url'
import { buildContracts } from '../../devnet/artifacts'
import { isSafeUrl } from '../../src/chain/safe-url'
import { displayAmount } from '../../src/math/amount'
import { atHead, open } from '../../src/package/open'
import {
  openTarget,
  planDeployment,
  rehearseSteps,
  sendSteps,
  transportOf,
  type Planned,
  type Target,
} from './deployment'
import { keyInEnvironment, openKeystore } from './keystore'
import type { DeployParameters } from './parameters'
import { readRights } from './read-back'
import { networkOf, writeSiteConfig } from './site-config'

const usage = `npm run deploy -- <parameters.ts> [options]      parameters: see contracts/deploy/parameters.example.ts

  --send               sends; without it nothing is sent and nothing written
  --rpc <url>          the node to use; the first of the parameters when absent
  --keystore <file>    the deployer's key; its password is in KEYSTORE_PASSWORD. Without it the key is in DEPLOYER_KEY
  --record <file>      where it is noted what was begun; .deploy/<chain id>.json when absent
  --config <file>      the config.json to put the network into; .deploy/config.json when absent`

export type Order = {
  readonly parameters: DeployParameters
  readonly rpcUrl: string
  readonly account: PrivateKeyAccount
  readonly isSent: boolean
  readonly recordFile: string
  readonly configFile: string
}

/**
 * Tells what a deployment would do and cost, and does it where it is to be sent: what is left of it, when it was begun before.
 * Then it reads the rights back, writes config.json and checks it as the app does.
 * @param tell Takes a line of output.
 * @throws a sentence when something is wrong
 */
export async function runDeploy(order: Order, tell: (line: string) => void): Promise<void> {
  const { parameters, rpcUrl, account, recordFile, configFile } = order
  const { chainId, name } = parameters.network
  const transport = transportOf(rpcUrl)
  const target = await openTarget(parameters, transport)
  const planned = await planDeployment(target, parameters, account.address, recordFile)
  await tellPlan(target, planned, tell)
  if (!order.isSent) {
    tell('Nothing was sent. With --send it is.')
    return
  }
  await sendSteps(target, planned, { recordFile, account, transport, tell })
  const rights = await readRights(target, planned.steps)
  for (const { label, isAsHoped } of rights) tell(`${isAsHoped ? 'as asked' : 'NOT AS ASKED'}  ${label}`)
  const config = writeSiteConfig(configFile, await networkOf(target, parameters, planned))
  const opened = open(config, { chainId, rpcUrls: [rpcUrl] })
  if (!opened.isKnown) throw new Error(opened.reason)
  // As the app does it before it shows a figure: every address with the hash of its code.
  const head = await atHead(opened.value)
  if (!head.isKnown) throw new Error(head.reason)
  if (rights.some(({ isAsHoped }) => !isAsHoped)) throw new Error('A right is not as asked: see above.')
  tell(`${configFile} has the network ${name} (chain ${chainId}).`)
}

async function tellPlan(target: Target, planned: Planned, tell: (line: string) => void): Promise<void> {
  const { steps, done, record } = planned
  const { symbol } = target.chain.nativeCurrency
  tell(`${target.chain.name} (chain ${target.chain.id}), from ${record.deployer}, first nonce ${record.firstNonce}`)
  const gas = await rehearseSteps(target, planned)
  for (const [index, step] of steps.entries()) {
    const used = typeof gas === 'string' ? undefined : gas[index - done]
    const state = index < done ? 'done' : used === undefined ? 'gas unknown' : `gas ${used}`
    tell(`${index + 1}  ${step.label}  ${step.address}  ${state}`)
  }
  if (typeof gas === 'string') {
    tell(gas)
    return
  }
  const total = gas.reduce((sum, one) => sum + one, 0n)
  const price = await getGasPrice(target.client)
  const fee = displayAmount(total * price, 18, { maxFractionDigits: 6, round: 'up' })
  tell(`Gas of what is left: ${total}, about ${fee} ${symbol} at ${formatGwei(price)} gwei`)
}

async function readOrder(args: readonly string[]): Promise<Order> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      send: { type: 'boolean', default: false },
      rpc: { type: 'string' },
      keystore: { type: 'string' },
      record: { type: 'string' },
      config: { type: 'string', default: '.deploy/config.json' },
    },
  })
  const [file] = positionals
  if (file === undefined) throw new Error(usage)
  const { parameters } = (await import(pathToFileURL(file).href)) as { parameters: DeployParameters }
  const { chainId, rpcUrls } = parameters.network
  const rpcUrl = values.rpc ?? rpcUrls[0] ?? ''
  if (!isSafeUrl(rpcUrl)) throw new Error('The node has to be an https:// address, or http:// on this machine.')
  const key =
    values.keystore === undefined
      ? keyInEnvironment('DEPLOYER_KEY')
      : openKeystore(values.keystore, process.env['KEYSTORE_PASSWORD'] ?? '')
  const recordFile = values.record ?? `.deploy/${chainId}.json`
  const account = privateKeyToAccount(key)
  return { parameters, rpcUrl, account, isSent: values.send, recordFile, configFile: values.config }
}

if (process.argv[1] === import.meta.filename) {
  try {
    const order = await readOrder(process.argv.slice(2))
    buildContracts()
    await runDeploy(order, console.log)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

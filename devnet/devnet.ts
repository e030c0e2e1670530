/** A devnet in one call: contracts compiled, chain started, deployed, and full of life. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { startAnvil, type Anvil } from './anvil'
import { buildContracts } from './artifacts'
import { appConfig, deploy } from './deploy'
import { connect } from './rpc'
import { SCENARIO_SECONDS, seed } from './seed'
import type { Addresses, Sights, SystemId } from './systems'

export type Devnet<Id extends SystemId = SystemId> = Anvil & {
  readonly addresses: Addresses<Id>
  /** What there is to see, by system and by what it is there for. */
  readonly sights: Sights<Id>
  /** config.json for an app that shows this chain. */
  readonly config: ReturnType<typeof appConfig>
  /** Unix seconds at which the scenario ended and life went on. */
  readonly endTime: number
}

type DevnetOptions<Id extends SystemId> = {
  /** 0 or absent: any free port. */
  readonly port?: number
  /** Time between blocks; absent: a block per transaction. */
  readonly blockSeconds?: number
  /** Unix seconds; now when absent. The same one gives the same chain. */
  readonly endTime?: number
  /** Only these; all when absent. */
  readonly systems?: readonly Id[] | undefined
}

/** Starts a devnet. */
export async function startDevnet<Id extends SystemId = SystemId>({
  port = 0,
  blockSeconds,
  endTime = Math.floor(Date.now() / 1000),
  systems,
}: DevnetOptions<Id> = {}): Promise<Devnet<Id>> {
  buildContracts()
  const chain = await startAnvil({ port, timestamp: endTime - SCENARIO_SECONDS })
  try {
    const addresses = await deploy(chain.rpcUrl, systems)
    const sights = await seed({ rpcUrl: chain.rpcUrl, addresses, endTime })
    if (blockSeconds !== undefined) await connect(chain.rpcUrl)('evm_setIntervalMining', [blockSeconds])
    const config = appConfig(addresses, chain.rpcUrl, blockSeconds ?? 2)
    return { ...chain, addresses, sights, config, endTime }
  } catch (error) {
    await chain.stop()
    throw error
  }
}

const configFile = new URL('../.devnet/config.json', import.meta.url)

/** Writes down where the running devnet is, for the commands. */
export function announce(config: Devnet['config']): void {
  mkdirSync(new URL('.', configFile), { recursive: true })
  writeFileSync(configFile, `${JSON.stringify(config, null, 2)}\n`)
}

type Announced = Pick<Devnet['config']['networks'][number], 'contracts'> & { readonly rpcUrl: string }

/** The devnet that was announced last. */
export function announced(): Announced {
  const sentence = 'No devnet is known. Start one with `npm start` or `npm run devnet`.'
  if (!existsSync(configFile)) throw new Error(sentence)
  const [network] = (JSON.parse(readFileSync(configFile, 'utf8')) as Devnet['config']).networks
  const rpcUrl = network?.rpcUrls[0]
  if (network === undefined || rpcUrl === undefined) throw new Error(sentence)
  return { rpcUrl, contracts: network.contracts }
}

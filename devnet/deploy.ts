/** Puts the contracts of systems on an empty local chain. The operator's nonces decide the addresses: they are always the same. */
import { writeSteps } from '../contracts/deploy/steps'
import { operator } from './accounts'
import { chainSeconds } from './actions'
import { artifact } from './artifacts'
import { connect } from './rpc'
import { mineBlock, writeBlocks } from './script'
import type { Groups, Shared } from './system'
import { chosenSystems, systemsIn, type Addresses, type SystemId } from './systems'

/** Where Multicall3 is on public chains. */
const multicall3 = '0xcA11bde05977b3631167028862bE2a173976CA11'

/** Creations and calls that fit one block together. */
const blockSize = 6

/**
 * Deploys the systems of these ids, or all, in blocks 12 seconds apart after the newest one, and grants the roles. The
 * operator must not have sent anything yet.
 */
export async function deploy<Id extends SystemId = SystemId>(
  rpcUrl: string,
  ids?: readonly Id[],
): Promise<Addresses<Id>> {
  const rpc = connect(rpcUrl)
  const startedAt = await chainSeconds(rpc)
  const { kit, steps } = writeSteps(operator, 0n, startedAt)
  const shared: Shared = { multicall3, usdt: kit.create('TetherUSD') }
  const groups = chosenSystems(ids).map((system) => [system.id, system.deploy(kit, shared)] as const)

  const sent = steps.map((step) => ({ from: operator, ...step }))

  await rpc('anvil_setCode', [multicall3, artifact('Multicall3').runtime])
  await writeBlocks(rpc, async () => {
    for (let done = 0; done < sent.length; done += blockSize)
      await mineBlock(rpc, startedAt + 12 * (done / blockSize + 1), sent.slice(done, done + blockSize))
  })
  // One group for each id.
  return { shared, ...Object.fromEntries(groups) } as Addresses<Id>
}

type Contracts = Groups & { readonly shared: Shared }

/** The app's config.json for a devnet: of every system that is on it what the app needs to know. */
export function appConfig(addresses: Contracts, rpcUrl: string, blockSeconds: number) {
  const groups = systemsIn(addresses).map(({ system, contracts }) => {
    const { required, optional = [] } = system.needs
    const named = [...required, ...optional].flatMap((name) => {
      const address = contracts[name]
      return address === undefined ? [] : [[name, address] as const]
    })
    return [system.id, Object.fromEntries(named)] as const
  })
  const contracts: Contracts = { shared: addresses.shared, ...Object.fromEntries(groups) }
  return {
    networks: [
      {
        chainId: 31337,
        name: 'Devnet',
        isDevnet: true,
        rpcUrls: [rpcUrl],
        deploymentBlock: 0,
        finalityBlocks: 3,
        blockSeconds,
        contracts,
      },
    ],
  }
}

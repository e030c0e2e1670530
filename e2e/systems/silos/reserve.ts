import type { Address } from 'viem'
import { devUsdcAbi } from '../../../abis/DevUsdc'
import { devPairAbi } from '../../../abis/DevPair'
import { siloReserveAbi } from '../../../abis/SiloReserve'
import { siloSettingsAbi } from '../../../abis/SiloSettings'
import { trusteesAbi } from '../../../abis/Trustees'
import { moveClock } from '../../../devnet/time'
import type { Running } from '../../../devnet/system'
import type { SiloState } from '../../../src/math/silos-state'
import type { Chain } from '../../fixtures/chain'

export const reserveOf = (chain: Chain) =>
  ({ address: chain.addresses.silos.reserve, abi: siloReserveAbi }) as const
export const trusteesOf = (chain: Chain) =>
  ({ address: chain.addresses.silos.trustees, abi: trusteesAbi }) as const
export const usdcOf = (chain: Chain) => ({ address: chain.addresses.silos.usdc, abi: devUsdcAbi }) as const

/** What an account has of one of the reserve's tokens, in base units. */
export const balanceOf = (chain: Chain, token: 'usdc' | 'xtz' | 'usdtz', owner: Address) =>
  chain.read.readContract({
    address: chain.addresses.silos[token],
    abi: devUsdcAbi,
    functionName: 'balanceOf',
    args: [owner],
  })

/** USDC from nobody. */
export const giveUsdc = (chain: Chain, to: Address, amount: bigint) =>
  chain.act(to, { ...usdcOf(chain), functionName: 'faucet', args: [to, amount] })

/** The chain as the devnet's own buttons take it: when its clock moves, the feeds answer. */
export const running = (chain: Chain): Running => ({
  rpc: chain.rpc,
  moveClock: (seconds) => moveClock(chain.rpc, { silos: chain.addresses.silos }, seconds),
})

/** The reserve and its market as the contracts say, without the app in between: what the mirror goes on from. */
export async function stateOf(chain: Chain): Promise<SiloState> {
  const { settings, pair, usdc } = chain.addresses.silos
  const onSettings = { address: settings, abi: siloSettingsAbi } as const
  const onPair = { address: pair, abi: devPairAbi } as const
  const { read } = chain
  const [[books, cycle, supply, inventory, isLatched], isPaused, { parameters }, [feed, dex, usdcQuote]] =
    await Promise.all([
      read.readContract({ ...reserveOf(chain), functionName: 'state' }),
      read.readContract({ ...reserveOf(chain), functionName: 'paused' }),
      read.readContract({ ...onSettings, functionName: 'conditions' }),
      read.readContract({ ...onSettings, functionName: 'quotes' }),
    ])
  const [reserve0, reserve1] = await read.readContract({ ...onPair, functionName: 'getReserves' })
  const isUsdFirst = (await read.readContract({ ...onPair, functionName: 'token0' })) === usdc
  const pool = isUsdFirst ? { usd: reserve0, xtz: reserve1 } : { usd: reserve1, xtz: reserve0 }
  const time = await chain.now()
  const market = { feed, dex, usdc: usdcQuote, pool }
  return { time, books, cycle, supply, inventory, isLatched, isPaused, ...market, parameters }
}

type Outcome = Pick<SiloState, 'books' | 'supply' | 'inventory' | 'isLatched'>

/** What an action moves: compared with what was foreseen, to the unit. */
export const outcomeOf = ({ books, supply, inventory, isLatched }: Outcome): Outcome => ({
  ...{ books, supply, inventory, isLatched },
})

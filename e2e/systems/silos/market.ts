import type { Hex } from 'viem'
import { devPairAbi } from '../../../abis/DevPair'
import { devPriceFeedAbi } from '../../../abis/DevPriceFeed'
import { keeper } from '../../../devnet/accounts'
import { moveDex } from '../../../devnet/systems/silos/actions'
import { windowSeconds } from '../../../devnet/systems/silos/deploy'
import type { Chain } from '../../fixtures/chain'
import { reserveOf, running, usdcOf } from './reserve'

const DAY = 86_400n

/** A feed says this (8 decimals) as of the newest block, or of `updatedAt` (unix seconds). */
export async function say(
  chain: Chain,
  which: 'feed' | 'usdcFeed',
  answer: bigint,
  updatedAt?: bigint,
): Promise<void> {
  const feed = { address: chain.addresses.silos[which], abi: devPriceFeedAbi } as const
  // Not `setAnswer`: gas estimated in the second of the last answer does not pay for it in the next one.
  const args = [answer, updatedAt ?? (await chain.now())]
  await chain.act(keeper, { ...feed, functionName: 'setAnswerAt', args })
}

/** What the feed of XTZ says now. */
export const feedAnswer = (chain: Chain): Promise<bigint> =>
  chain.read.readContract({
    address: chain.addresses.silos.feed,
    abi: devPriceFeedAbi,
    functionName: 'answer',
  })

/** To the end of the running cycle, with sources that are fresh there. */
export async function toCycleEnd(chain: Chain): Promise<void> {
  const endsAt = await chain.read.readContract({ ...reserveOf(chain), functionName: 'cycleEndsAt' })
  const { moveClock } = running(chain)
  await moveClock(Number(endsAt))
  // The average begins a window after the keeper's observation.
  await moveClock(Number(endsAt) + windowSeconds)
}

const good = 122_000_000n
const feedIs = (answer: bigint) => (chain: Chain) => say(chain, 'feed', answer)

/** Every kind of bad price of XTZ, one after the other, and what a page says of it. trust.md F26 */
export const badPrices: readonly (readonly [
  kind: string,
  says: string,
  make: (chain: Chain) => Promise<unknown>,
])[] = [
  ['zero', 'The feed answers nothing that is a price.', feedIs(0n)],
  ['negative', 'The feed answers nothing that is a price.', feedIs(-1n)],
  ['2^255 − 1', 'The feed answers nothing that is a price.', feedIs(2n ** 255n - 1n)],
  [
    'of the future',
    'The feed answers nothing that is a price.',
    async (chain) => say(chain, 'feed', good, (await chain.now()) + DAY),
  ],
  [
    'stale',
    'The feed’s price is too old.',
    async (chain) => say(chain, 'feed', good, (await chain.now()) - 8n * DAY),
  ],
  ['1 wei', 'The feed and the exchange are too far apart.', feedIs(1n)],
  [
    'an exchange that is far away',
    'The feed and the exchange are too far apart.',
    async (chain) => {
      await say(chain, 'feed', good)
      await moveDex(running(chain), chain.addresses.silos, 105n)
    },
  ],
  [
    'an exchange with no dollars in it',
    'The exchange’s average answers nothing that is a price.',
    async (chain) => {
      const { pair, xtz } = chain.addresses.silos
      const args = [xtz, 10n ** 12n, 0n]
      await chain.act(keeper, { address: pair, abi: devPairAbi, functionName: 'setReserves', args })
      const { moveClock } = running(chain)
      await moveClock(Number(await chain.now()) + windowSeconds)
      await moveClock(Number(await chain.now()) + windowSeconds)
    },
  ],
  [
    'an exchange that nobody watches',
    'The exchange’s average is too old.',
    async (chain) => {
      await moveDex(running(chain), chain.addresses.silos, 100n)
      await chain.moveTo((await chain.now()) + 8n * DAY)
      await say(chain, 'usdcFeed', 10n ** 8n)
      await say(chain, 'feed', good)
    },
  ],
]

/** USDC as its issuer stops it: for all, or for one. */
export const pauseUsdc = (chain: Chain, isPaused: boolean): Promise<Hex> =>
  chain.act(keeper, { ...usdcOf(chain), functionName: 'setPaused', args: [isPaused] })
export const blacklist = (chain: Chain, account: Hex, isListed: boolean): Promise<Hex> =>
  chain.act(keeper, { ...usdcOf(chain), functionName: 'setBlacklisted', args: [account, isListed] })

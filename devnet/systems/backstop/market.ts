/** What the world of the series has beside them: a treasury, prices. */
import type { Address } from 'viem'
import { devPriceFeedAbi } from '../../../abis/DevPriceFeed'
import { mstrTokenAbi } from '../../../abis/MstrToken'
import { wrappedBitcoinAbi } from '../../../abis/WrappedBitcoin'
import { donor, keeper, operator } from '../../accounts'
import { call, roleId, type Block } from '../../calls'
import type { World } from '../../system'
import type { BackstopContracts } from './deploy'
import { scenario } from './scenario'

/** BTC for a donor, and a treasury that can pay its BTC but not all the MSTR it will owe. */
export function treasuryBlock({ at }: World, contracts: BackstopContracts): Block {
  const { treasury } = contracts
  const btc = { address: contracts.btc, abi: wrappedBitcoinAbi }
  const onMstr = (functionName: string, args: readonly unknown[]) =>
    call(operator, { address: contracts.mstr, abi: mstrTokenAbi }, functionName, args)
  return {
    at: at(-99.8),
    calls: () => [
      call(donor, btc, 'faucet', [donor, 500_000_000n]),
      call(operator, btc, 'faucet', [treasury, 1_000_000_000n]),
      onMstr('grantRole', [roleId('REGISTRAR_ROLE'), operator]),
      onMstr('grantRole', [roleId('MINTER_ROLE'), operator]),
      onMstr('mint', [treasury, 170n * 10n ** 18n]),
      onMstr('revokeRole', [roleId('MINTER_ROLE'), operator]),
      onMstr('revokeRole', [roleId('REGISTRAR_ROLE'), operator]),
    ],
  }
}

/**
 * Two answers a day, and one at the end, so that the feeds cover every window that is over. BTC swings around 100,000
 * and stands there exactly when the example of rules.md B13 needs it; MSTR loses a quarter, so that reserves are worth
 * less at maturity than at the sale.
 */
export function priceBlocks({ at, below }: World, contracts: BackstopContracts): Block[] {
  const feed = (address: Address) => ({ address, abi: devPriceFeedAbi })
  const { sale, maturity } = scenario.settledUsed
  const isExact = (days: number) => [sale[1], maturity].some((end) => days > end - 2 && days < end + 1)
  const blocks: Block[] = []
  let swingUsd = 0
  const times = [...Array.from({ length: 200 }, (_, index) => -99.7 + index / 2), -0.05]
  for (const days of times) {
    swingUsd = Math.trunc(swingUsd * 0.9) + below(3_000) - 1_500
    const btcUsd = 100_000 + (isExact(days) ? 0 : swingUsd)
    const mstrCents = 42_000 - Math.trunc((days + 100) * 100) + below(2_000) - 1_000
    blocks.push({
      at: at(days),
      calls: () => [
        call(keeper, feed(contracts.btcFeed), 'setAnswer', [BigInt(btcUsd) * 10n ** 8n]),
        call(keeper, feed(contracts.mstrFeed), 'setAnswer', [BigInt(mstrCents) * 10n ** 6n]),
      ],
    })
  }
  return blocks
}

/** What the scenario's world has before and beside the series: money, a treasury, prices. */
import { accounts, demo, donor, keeper, newcomer, operator } from '../../accounts'
import { call, usdt, type Block } from '../../calls'
import { roleId, type Addresses } from '../../deploy'
import { scenario } from './scenario'

/** Money for everybody who has any, and a treasury that can pay its BTC but not all the MSTR it will owe. */
export function moneyBlocks(at: (days: number) => number, addresses: Addresses): Block[] {
  const { usdt: token, btc, mstr, treasury } = addresses
  const rich = accounts.slice(0, accounts.findIndex(({ address }) => address === newcomer) + 1)
  const onMstr = (functionName: string, args: readonly unknown[]) =>
    call(operator, 'MstrToken', mstr, functionName, args)
  return [
    {
      at: at(-99.9),
      calls: () =>
        rich.map(({ address }) =>
          call(address, 'TetherUSD', token, 'faucet', [address, usdt(address === demo ? 250_000 : 50_000)]),
        ),
    },
    {
      at: at(-99.8),
      calls: () => [
        call(donor, 'WrappedBitcoin', btc, 'faucet', [donor, 500_000_000n]),
        call(operator, 'WrappedBitcoin', btc, 'faucet', [treasury, 1_000_000_000n]),
        onMstr('grantRole', [roleId('REGISTRAR_ROLE'), operator]),
        onMstr('grantRole', [roleId('MINTER_ROLE'), operator]),
        onMstr('mint', [treasury, 170n * 10n ** 18n]),
        onMstr('revokeRole', [roleId('MINTER_ROLE'), operator]),
        onMstr('revokeRole', [roleId('REGISTRAR_ROLE'), operator]),
      ],
    },
  ]
}

/**
 * Two answers a day, and one at the end, so that the feeds cover every window that is over. BTC swings around 100,000 and stands there exactly when the example of rules.md B13 needs it;
 * MSTR loses a quarter, so that reserves are worth less at maturity than at the sale.
 */
export function priceBlocks(
  at: (days: number) => number,
  { btcFeed, mstrFeed }: Addresses,
  below: (below: number) => number,
): Block[] {
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
        call(keeper, 'DevPriceFeed', btcFeed, 'setAnswer', [BigInt(btcUsd) * 10n ** 8n]),
        call(keeper, 'DevPriceFeed', mstrFeed, 'setAnswer', [BigInt(mstrCents) * 10n ** 6n]),
      ],
    })
  }
  return blocks
}

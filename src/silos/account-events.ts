import { getAbiItem, type Address } from 'viem'

import { siloReserveAbi } from '../../abis/SiloReserve'
import type { History } from '../chain/history'
import type { EventAmount, EventSummary } from '../system/activity'
import { usdcUnit, usdtzUnit, xtzUnit, type SilosAddresses } from './snapshot'
import { t } from '../words/t'

const reserve = { abi: siloReserveAbi } as const

/** What an account does with the reserve. The account is the first indexed argument. */
export const accountEventsAbi = [
  getAbiItem({ ...reserve, name: 'Minted' }),
  getAbiItem({ ...reserve, name: 'RedeemedUsd' }),
  getAbiItem({ ...reserve, name: 'RedeemedXtz' }),
  getAbiItem({ ...reserve, name: 'Seeded' }),
  getAbiItem({ ...reserve, name: 'EarningsReported' }),
  getAbiItem({ ...reserve, name: 'Credited' }),
  getAbiItem({ ...reserve, name: 'Claimed' }),
] as const

type EventName = (typeof accountEventsAbi)[number]['name']
type LogOf<Name extends EventName> = Pick<
  History<typeof accountEventsAbi, Name>['logs'][number],
  'eventName' | 'args'
>
export type AccountLog = { readonly [Name in EventName]: LogOf<Name> }[EventName]

type Unit = typeof usdcUnit | typeof xtzUnit | typeof usdtzUnit

const amount = (
  field: string,
  value: bigint,
  { symbol, decimals }: Unit,
  direction: EventAmount['direction'],
): EventAmount => ({ field, value, decimals, unit: symbol, direction })

/** In the words of the pages; who received it where it was somebody else. */
export function describeSilosEvent(log: AccountLog, { usdc }: Pick<SilosAddresses, 'usdc'>): EventSummary {
  const elsewhere = (account: Address, to: Address) => (account === to ? {} : { to })
  switch (log.eventName) {
    case 'Minted': {
      const { payer, to, usdcReceived, fromInventory, created } = log.args
      return {
        what: t`Minted USDtz`,
        amounts: [
          amount('usdcReceived', usdcReceived, usdcUnit, 'out'),
          ...[
            amount('fromInventory', fromInventory, usdtzUnit, 'in'),
            amount('created', created, usdtzUnit, 'in'),
          ].filter(({ value }) => value > 0n),
        ],
        ...elsewhere(payer, to),
      }
    }
    case 'RedeemedUsd': {
      const { holder, to, amount: redeemed } = log.args
      return {
        what: t`Redeemed for USDC`,
        amounts: [amount('amount', redeemed, usdtzUnit, 'out'), amount('amount', redeemed, usdcUnit, 'in')],
        ...elsewhere(holder, to),
      }
    }
    case 'RedeemedXtz': {
      const { holder, to, amount: redeemed, xtzPaid } = log.args
      return {
        what: t`Redeemed for XTZ`,
        amounts: [amount('amount', redeemed, usdtzUnit, 'out'), amount('xtzPaid', xtzPaid, xtzUnit, 'in')],
        ...elsewhere(holder, to),
      }
    }
    case 'Seeded':
    case 'EarningsReported': {
      const { silo, amount: given } = log.args
      const unit = silo % 2 === 1 ? usdcUnit : xtzUnit
      return {
        what: log.eventName === 'Seeded' ? t`Given to Silo ${silo}` : t`Earnings of Silo ${silo}`,
        amounts: [amount('amount', given, unit, 'out')],
      }
    }
    case 'Credited': {
      const { usd, xtz } = log.args
      const parts = [amount('usd', usd, usdcUnit, 'none'), amount('xtz', xtz, xtzUnit, 'none')]
      return { what: t`Credited by a distribution`, amounts: parts.filter(({ value }) => value > 0n) }
    }
    case 'Claimed': {
      const { account, token, to, amount: claimed } = log.args
      const unit = token.toLowerCase() === usdc.toLowerCase() ? usdcUnit : xtzUnit
      return {
        what: t`Claimed`,
        amounts: [amount('amount', claimed, unit, 'in')],
        ...elsewhere(account, to),
      }
    }
  }
}

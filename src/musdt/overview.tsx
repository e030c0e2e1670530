import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import { useChainSeconds } from '../chain/use-block'
import { toAssetsDown } from '../math/musdt'
import { knownValue } from '../math/reading'
import type { Reading } from '../math/reading'
import type { OverviewView } from '../system/overview'
import { TetherMoved } from '../system/TetherMoved'
import { Figure } from '../ui/Figure'
import { Stat, StatGrid } from '../ui/Stat'
import { Tip } from '../ui/Tip'
import { musdtContracts } from './contracts'
import { lockTotals } from './lock-view'
import { reportOf } from './report'
import { LOCKS_AT_ONCE } from './snapshot'
import type { Lock, Vault } from './snapshot'
import { UnderBacked } from './UnderBacked'
import { Unreadable } from './Unreadable'
import { useVault } from './use-vault'
import { amountText, exactText } from '../math/amount'
import { percentText, priceText } from './format'
import { plural, t } from '../words/t'

/** What of the vault is the account's, and what can be done. */
export function useOverview(account: Address): OverviewView {
  const view = useVault(musdtContracts(useNetwork()).vault, account, LOCKS_AT_ONCE)
  const now = useChainSeconds()
  if (view.status !== 'ready') return view
  const { vault, locks } = view
  return {
    status: 'ready',
    isStale: vault.isStale,
    ...reportOf(view, now),
    warning: (
      <>
        <TetherMoved facts={vault.usdt} />
        <Unreadable state={vault.state} />
        <UnderBacked state={vault.state} />
      </>
    ),
    figures: <MyFigures vault={vault} locks={locks} now={now} />,
  }
}

/** No total over a part: with more locks than were read it is not known. */
function countText(read: number, held: bigint = BigInt(read)): string {
  if (held > BigInt(read)) return t`${read} of ${held} locks were looked at`
  return plural(read, 'In {n} lock', 'In {n} locks')
}

/** What is unknown is either still being read, or can't be. */
const unknownText = (reading: Reading<unknown> | undefined) => (reading ? t`Unavailable` : t`Not read yet`)
const whyUnknown = (reading: Reading<unknown> | undefined) =>
  reading && !reading.isKnown && { hint: reading.reason }

/** `locks` is undefined while they are being read. */
function MyFigures(props: {
  vault: Vault
  locks: Reading<readonly Lock[]> | undefined
  now: bigint | undefined
}) {
  const { identity, readings, holder } = props.vault
  const { asset, share } = identity
  const price = knownValue(readings.price)
  const locks = knownValue(props.locks)
  const shares = knownValue(holder)?.shares
  const isCut = locks !== undefined && (knownValue(holder)?.lockCount ?? 0n) > BigInt(locks.length)
  const locked = locks && !isCut ? lockTotals(locks, readings.price, props.now).value : undefined
  return (
    <StatGrid columns={3}>
      <Stat
        label={t`My ${share.symbol}`}
        {...whyUnknown(holder)}
        {...(shares !== undefined &&
          price !== undefined && { hint: t`Worth ${amountText(toAssetsDown(shares, price), asset)}` })}
      >
        {shares === undefined ? (
          unknownText(holder)
        ) : (
          <Tip tip={t`Exactly ${exactText(shares, share)}`}>{amountText(shares, share)}</Tip>
        )}
      </Stat>
      <Stat
        label={t`Locked value`}
        {...whyUnknown(props.locks)}
        {...(locks && { hint: countText(locks.length, knownValue(holder)?.lockCount) })}
      >
        {isCut ? t`Not known` : locked === undefined ? unknownText(props.locks) : amountText(locked, asset)}
      </Stat>
      <Figure
        label={t`Collateral ratio`}
        reading={readings.collateralizationP}
        format={(ratio) => percentText(ratio)}
        full={(ratio) => percentText(ratio, 18)}
        {...(price !== undefined && {
          hint: t`${priceText(price)} ${asset.symbol} per ${share.symbol}`,
        })}
      />
    </StatGrid>
  )
}

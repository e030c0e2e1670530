import { Link } from 'wouter'

import { displayRatio } from '../math/amount'
import { usdt } from '../math/tether'
import { ShareBar } from '../ui/ShareBar'
import { Term } from '../ui/Term'
import { sumOf } from './all-series'
import type { Balance } from './all-series'
import { terms as words } from './terms'
import { rich } from '../words/rich'
import { t } from '../words/t'

/** Who repays the Notes outstanding, if all matured now. rules.md B11 */
export function NotesCover({ balances }: { balances: readonly Balance[] }) {
  const outstanding = sumOf(balances, 'outstandingUsdt')
  const fromLedger = sumOf(balances, 'fromLedgerUsdt')
  const fromStake = sumOf(balances, 'fromStakeUsdt')
  if (outstanding === undefined || fromLedger === undefined || fromStake === undefined)
    return <p className="text-muted">{t`Not known: a series could not be read.`}</p>
  if (outstanding === 0n) return <p className="text-muted">{t`No Notes are outstanding.`}</p>
  return (
    <div className="grid gap-3">
      <p className="text-lg font-semibold" translate="no">
        {usdt(outstanding)}{' '}
        <span className="text-xs font-normal text-muted">
          {rich`of ${(<Term of={words.note}>{t`Notes`}</Term>)} outstanding`}
        </span>
      </p>
      <ShareBar
        label={t`Ledgers hold ${usdt(fromLedger)} of it`}
        part={fromLedger}
        whole={outstanding}
        shareText={displayRatio(fromLedger, outstanding)}
      />
      <ShareBar
        label={t`The stake would repay ${usdt(fromStake)}`}
        part={fromStake}
        whole={outstanding}
        shareText={displayRatio(fromStake, outstanding)}
      />
      <p className="text-xs text-muted">
        {rich`As if all matured now. What of the stake is used is compensated out of the reserve below, as far as it reaches. ${(
          <Link href="/stake" className="text-accent underline underline-offset-2">
            {t`Terms of each series`}
          </Link>
        )}`}
      </p>
    </div>
  )
}

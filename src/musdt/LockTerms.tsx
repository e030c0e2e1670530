import { displayDateTime } from '../math/time'
import { Table } from '../ui/Table'
import type { Vault, VaultState } from './snapshot'
import { mintTerms } from './view'
import type { MintTerms } from './view'
import { exactText } from '../math/amount'
import { percentText, priceText } from './format'
import { DAY_SECONDS } from '../math/units'
import { plural, t } from '../words/t'

const offered = [14n, 30n, 90n, 180n, 365n]

type LockTermsProps = { vault: Vault; state: VaultState; assets: bigint; lockSeconds: bigint }

/** Locks side by side for the same deposit, with the person's own among them. rules.md M3, M4 */
export function LockTerms({ vault, state, assets, lockSeconds }: LockTermsProps) {
  const { asset, share } = vault.identity
  const seconds = [...new Set([0n, ...offered.map((days) => days * DAY_SECONDS), lockSeconds])]
    .filter((lock) => lock === 0n || (lock >= state.minLockSeconds && lock <= state.maxLockSeconds))
    .sort((a, b) => (a < b ? -1 : 1))
  return (
    <Table
      caption={t`For ${exactText(assets, asset)} at this block`}
      rows={seconds.map((lock) => mintTerms(state, assets, lock))}
      getKey={(terms) => terms.lockSeconds.toString()}
      columns={[
        {
          header: t`Lock`,
          isRowHeader: true,
          isNamed: true,
          cell: (terms: MintTerms) => (
            <>
              {terms.lockSeconds === 0n
                ? t`None`
                : plural(terms.lockSeconds / DAY_SECONDS, '{n} day', '{n} days')}
              {terms.lockSeconds === lockSeconds && <span className="text-accent"> {t`· yours`}</span>}
            </>
          ),
        },
        { header: t`Discount`, align: 'end', cell: (terms) => percentText(terms.discountP, 4) },
        { header: share.symbol, align: 'end', cell: (terms) => exactText(terms.shares, share) },
        {
          header: t`Paid per share`,
          align: 'end',
          cell: (terms) =>
            terms.paidPrice === undefined ? '—' : `${priceText(terms.paidPrice, 'up')} ${asset.symbol}`,
        },
        {
          header: t`Unlocks`,
          align: 'end',
          cell: (terms) =>
            terms.lockSeconds === 0n ? '—' : displayDateTime(vault.timestamp + terms.lockSeconds),
        },
      ]}
    />
  )
}

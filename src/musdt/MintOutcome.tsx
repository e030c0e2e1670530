import { displayDateTime } from '../math/time'
import type { Erc20, VaultState } from './snapshot'
import type { MintTerms } from './view'
import { breakEven } from './view'
import { amountText, exactText } from '../math/amount'
import { exactPriceText, percentText, priceText } from './format'
import { t } from '../words/t'

type MintOutcomeProps = {
  state: VaultState
  terms: MintTerms
  asset: Erc20
  share: Erc20
  /** The chain's clock; undefined until it is known. */
  now: bigint | undefined
}

/** What one of the two ways gives, to the unit. rules.md M3, M4 */
export function MintOutcome({ state, terms, asset, share, now }: MintOutcomeProps) {
  const isLocked = terms.lockSeconds > 0n
  const even = isLocked ? breakEven(state, terms) : undefined
  return (
    <dl className="grid gap-1 text-sm">
      {isLocked && (
        <Line label={t`Discount`} tip={percentText(terms.discountP, 18)}>
          {percentText(terms.discountP, 4)}, {amountText(terms.discount, asset)}
        </Line>
      )}
      <Line label={t`${share.symbol} received`} tip={exactText(terms.shares, share)} isStrong>
        {exactText(terms.shares, share)}
      </Line>
      <Line
        label={t`Effective price`}
        tip={terms.paidPrice === undefined ? '' : exactPriceText(terms.paidPrice)}
      >
        {terms.paidPrice === undefined ? '—' : `${priceText(terms.paidPrice, 'up')} ${asset.symbol}`}
      </Line>
      {isLocked && (
        <Line label={t`Unlocks`} tip="">
          {now === undefined ? '…' : displayDateTime(now + terms.lockSeconds)}
        </Line>
      )}
      {even && (
        <Line label={t`Break-even`} tip={`${exactPriceText(even.price)} ${asset.symbol}`}>
          {priceText(even.price, 'up')} {asset.symbol}
          {even.fallP > 0n && <span>, −{percentText(even.fallP)}</span>}
        </Line>
      )}
      {!isLocked && (
        <Line label={t`Available`} tip="">
          {t`at once`}
        </Line>
      )}
    </dl>
  )
}

type LineProps = { label: string; tip: string; isStrong?: boolean; children: React.ReactNode }

function Line({ label, tip, isStrong = false, children }: LineProps) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-3">
      <dt className="text-muted">{label}</dt>
      <dd
        className={isStrong ? 'ms-auto text-end font-semibold' : 'ms-auto text-end'}
        {...(tip !== '' && { title: tip })}
      >
        <bdi>{children}</bdi>
      </dd>
    </div>
  )
}

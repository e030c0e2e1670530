import { displayBps } from '../math/amount'
import { displayDateTime, displayDuration } from '../math/time'
import { Callout } from '../ui/Callout'
import { Stat, StatGrid } from '../ui/Stat'
import { Waterfall } from '../ui/Waterfall'
import type { SettlementView } from './claims-view'
import type { Terms } from './snapshot'
import { usdt } from '../math/tether'
import { btc, mstr } from './format'
import { t } from '../words/t'

type SettlementFigureProps = {
  view: SettlementView
  terms: Terms
  /** End of the averages, unix seconds. */
  priceEnd: bigint
  stage: SettlementStage
}

/** Not settled yet: "if settled now"; settled, and the compensation computed as it will be fixed; fixed. */
export type SettlementStage = 'open' | 'settled' | 'fixed'

/** Who pays the Notes, and what the stakers get for it. rules.md B11–B13 */
export function SettlementFigure({ view, terms, priceEnd, stage }: SettlementFigureProps) {
  const isDone = stage !== 'open'
  const isShort = stage === 'fixed' && view.btcFunded < view.btcOwed
  return (
    <section
      aria-label={`${isDone ? t`Settlement` : t`If settled now`}, ${terms.name}`}
      className="grid gap-4 border-t pt-4"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-semibold">{isDone ? t`How it was settled` : t`If it were settled now`}</h3>
        <p className="text-xs text-muted">{t`Averages over ${displayDuration(BigInt(terms.twapWindow))}, to ${displayDateTime(priceEnd)}: ${usdt(view.prices.mstrUsdt)} per MSTR, ${usdt(view.prices.btcUsdt)} per BTC`}</p>
      </div>
      {view.usedUsdt === 0n ? (
        <p className="text-sm">
          {isDone
            ? t`The ledger covered all ${usdt(view.outstandingUsdt)} of the Notes: no stake was used, so nothing is to be made up for and the reserved MSTR is burnt.`
            : t`The ledger covers all ${usdt(view.outstandingUsdt)} of the Notes: no stake would be used, so nothing is to be made up for and the reserved MSTR would be burnt.`}
        </p>
      ) : (
        <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
          <Waterfall
            label={t`Notes: the ledger pays first, the pool the rest`}
            rows={[
              {
                label: t`Notes to repay`,
                segments: [
                  { label: t`From the ledger`, amount: view.fromLedgerUsdt, kind: 'first' },
                  { label: t`From the pool`, amount: view.usedUsdt, kind: 'then' },
                ],
              },
              {
                label: t`Stake`,
                segments: [
                  { label: t`Used`, amount: view.usedUsdt, kind: 'then' },
                  { label: t`Free`, amount: view.freeUsdt, kind: 'free' },
                ],
              },
            ]}
            format={usdt}
          />
          <Waterfall
            label={t`Compensation: ${displayBps(BigInt(terms.compensationBps))} of what is used, MSTR first, BTC for the rest`}
            rows={[
              { label: t`Used`, segments: [{ label: t`Stake used`, amount: view.usedUsdt, kind: 'then' }] },
              {
                label: t`Compensation`,
                segments: [
                  { label: mstr(view.mstrPaid), amount: view.mstrPaidUsdt, kind: 'first' },
                  { label: btc(view.btcOwed), amount: view.btcOwedUsdt, kind: 'then' },
                ],
              },
            ]}
            format={usdt}
          />
        </div>
      )}
      <StatGrid>
        <Stat label={isDone ? t`My stake used` : t`My stake that would be used`}>
          {usdt(view.mine.usedUsdt)}
        </Stat>
        <Stat label={isDone ? t`My USDT left to withdraw` : t`My USDT to withdraw then`}>
          {usdt(view.mine.claimableUsdt)}
        </Stat>
        <Stat label={t`My ${'MSTR'}`}>{mstr(view.mine.mstr)}</Stat>
        <Stat label={t`My ${'BTC'}`}>{btc(view.mine.btc)}</Stat>
      </StatGrid>
      {stage === 'settled' && (
        <Callout tone="info" title={t`The compensation is not fixed yet`}>
          {t`MSTR and BTC are computed here as they will be fixed, at the prices of maturity. Anyone can fix them; no USDT waits for it.`}
        </Callout>
      )}
      {isShort && (
        <Callout tone="warn" title={t`The make-whole is not paid in full yet`}>
          {t`${btc(view.btcFunded)} of ${btc(view.btcOwed)} is in the pool. The rest stays owed to the stakers, pro rata, and can be pulled from the treasury by anyone.`}
        </Callout>
      )}
    </section>
  )
}

import { useEffect, useMemo, useState } from 'react'

import { useNetwork } from '../chain/network'
import { useFixed } from '../chain/use-snapshot'
import { displayRatio } from '../math/amount'
import type { StakeOutcome } from '../math/backstop-outcome'
import { knownValue } from '../math/reading'
import type { Reading } from '../math/reading'
import { usdt } from '../math/tether'
import { displayDateTime } from '../math/time'
import { Callout } from '../ui/Callout'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { backstopContracts } from './contracts'
import { payoutSymbol } from './enums'
import { MakeWholePromise } from './MakeWholePromise'
import { OutcomeBars } from './OutcomeBars'
import type { OutcomePart, OutcomeRow } from './OutcomeBars'
import { OutcomeSliders } from './OutcomeSliders'
import { OutcomeTable } from './OutcomeTable'
import { firstSettings, outcomeOf } from './outcome-view'
import { RealizedPanel } from './RealizedPanel'
import { earnedIfFull, worstOf } from './sizing'
import type { Stake } from './sizing'
import { protocolReads } from './snapshot'
import type { Backstop, Series, Terms } from './snapshot'
import { treasuryExtra } from './treasury-reads'
import type { TreasuryExtra } from './treasury-reads'
import { useSettlementPrices } from './use-prices'
import { t } from '../words/t'

type OutcomePanelProps = {
  backstop: Backstop
  series: Series
  stake: Stake
  treasuryBtc: Reading<bigint> | undefined
  /** Tells the page what else to read, once that is known. */
  onExtra: (extra: TreasuryExtra) => void
}

/** What a stake can become: three futures on one scale, the worst in words, sliders, a table, and earlier series. */
export default function OutcomePanel({ backstop, series, stake, treasuryBtc, onExtra }: OutcomePanelProps) {
  const { terms } = series
  const [settings, setSettings] = useState(firstSettings)
  const [resets, setResets] = useState(0)
  useTreasury(onExtra)
  const { prices: reading } = useSettlementPrices(series, backstop.timestamp, true)
  const prices = knownValue(reading)
  const isUpfrontCertain = payoutSymbol(terms.upfrontAsset) === 'USDT'
  const outcome = prices && outcomeOf(terms, stake, prices, settings)
  return (
    <>
      <Panel
        title={titleOf(stake, terms)}
        lead={
          stake.isBelowMinimum
            ? t`In USDT, at the prices of maturity; warrants are not counted. If others stake what the minimum still asks for.`
            : t`In USDT, at the prices of maturity; warrants are not counted.`
        }
      >
        <div className="grid gap-4">
          <OutcomeBars
            stakeUsdt={stake.shares}
            rows={[
              bestRow(terms, stake),
              ...(outcome ? [setRow(terms, outcome)] : []),
              worstRow(terms, stake),
            ]}
          />
          {!reading && <Skeleton className="h-16 w-full" />}
          {reading?.isKnown === false && (
            <Callout tone="warn" title={t`The prices are not known`}>
              {t`Without them nothing between the best and the worst can be computed. ${reading.reason}`}
            </Callout>
          )}
          <MakeWholePromise
            backstop={backstop}
            series={series}
            stake={stake}
            prices={prices}
            treasuryBtc={treasuryBtc}
          />
        </div>
      </Panel>
      {prices && outcome && (
        <>
          <OutcomeSliders
            // With a reset goes what was typed.
            key={resets}
            settings={settings}
            prices={prices}
            outcome={outcome}
            onChange={setSettings}
            onReset={() => {
              setSettings(firstSettings)
              setResets(resets + 1)
            }}
          />
          <OutcomeTable
            terms={terms}
            stake={stake}
            prices={prices}
            settings={settings}
            isUpfrontCertain={isUpfrontCertain}
          />
        </>
      )}
      <RealizedPanel series={backstop.series} shares={stake.shares} />
    </>
  )
}

/** Where the treasury is never changes; what it holds is read with every block. */
function useTreasury(onExtra: (extra: TreasuryExtra) => void): void {
  const network = useNetwork()
  const protocol = useFixed(
    'backstop.protocol',
    useMemo(() => protocolReads(network), [network]),
  )
  const treasury = protocol.status === 'ready' ? knownValue(protocol.snapshot.data.treasury) : undefined
  useEffect(() => {
    if (treasury) onExtra(treasuryExtra(treasury, backstopContracts(network).btc))
  }, [treasury, network, onExtra])
}

function titleOf({ kind, shares }: Stake, { maturity }: Terms): string {
  const [amount, date] = [usdt(shares), displayDateTime(maturity)]
  return {
    typed: t`What ${amount} can become by ${date}`,
    staked: t`What your ${amount} can become by ${date}`,
    example: t`What ${amount}, say, can become by ${date}`,
  }[kind]
}

const back = (value: bigint): OutcomePart => ({ kind: 'back', label: t`USDT back`, value })
const upfront = ({ upfrontAsset }: Terms, value: bigint): OutcomePart => {
  return { kind: 'upfront', label: t`Upfront share, ${payoutSymbol(upfrontAsset)}`, value }
}
const lost = (value: bigint): OutcomePart => ({ kind: 'lost', label: t`Lost`, value })

function bestRow(terms: Terms, stake: Stake): OutcomeRow {
  const { upfrontUsdt } = earnedIfFull(terms, stake)
  return {
    title: t`Nothing is used`,
    meaning: t`Sold in full, and exercised warrants repay the Notes. All of the stake comes back.`,
    totalUsdt: stake.shares + upfrontUsdt,
    parts: [back(stake.shares), upfront(terms, upfrontUsdt)],
  }
}

function setRow(terms: Terms, outcome: StakeOutcome): OutcomeRow {
  const { backUsdt, usedUsdt, upfrontUsdt, mstrUsdt, btcUsdt, totalUsdt, lostUsdt, targetUsdt } = outcome
  const used = displayRatio(usedUsdt, usedUsdt + backUsdt, { round: 'up' })
  return {
    title: t`As set below: ${used} is used`,
    meaning: t`${usdt(usedUsdt)} repays Notes; ${usdt(targetUsdt)} is owed for it in MSTR and BTC.`,
    totalUsdt,
    parts: [
      back(backUsdt),
      upfront(terms, upfrontUsdt),
      { kind: 'mstr', label: t`MSTR, worth`, value: mstrUsdt },
      { kind: 'btc', label: t`BTC, worth`, value: btcUsdt },
      lost(lostUsdt),
    ],
  }
}

function worstRow(terms: Terms, stake: Stake): OutcomeRow {
  const { usedUsdt, upfrontUsdt, lossUsdt } = worstOf(terms, stake)
  const isUpfrontLost = upfrontUsdt === 0n && BigInt(terms.upfrontBps) > 0n
  const used =
    usedUsdt === stake.shares ? t`All of it` : displayRatio(usedUsdt, stake.shares, { round: 'up' })
  return {
    title: t`Worst case`,
    meaning: isUpfrontLost
      ? t`${used} is used, and nothing is paid for it, nor the upfront share.`
      : t`${used} is used, and nothing is paid for it.`,
    totalUsdt: stake.shares - lossUsdt,
    parts: [back(stake.shares - usedUsdt), upfront(terms, upfrontUsdt), lost(lossUsdt)],
  }
}

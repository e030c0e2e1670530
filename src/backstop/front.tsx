import { knownValue } from '../math/reading'
import { usdt } from '../math/tether'
import { FlowPicture } from '../system/FlowPicture'
import type { FrontNow, FrontPart, FrontView } from '../system/front'
import { Term } from '../ui/Term'
import { isOpen, offerOf } from './front-terms'
import type { Offer } from './front-terms'
import type { Backstop } from './snapshot'
import { terms } from './terms'
import { useBackstop } from './use-backstop'
import { totalOf } from './view'
import type { Total } from './view'
import { rich } from '../words/rich'
import { plural, t } from '../words/t'

export const front: FrontPart = {
  what: t`Stake USDT behind a bond before it is sold.`,
  steps: [
    t`Before a bond is sold, stakers put USDT behind it. Until staking closes they can leave, one to one.`,
    <>{rich`Buyers pay for ${(<Term of={terms.note}>{t`Notes`}</Term>)}. Of that, stakers are paid their ${(<Term of={terms.upfrontShare}>{t`upfront share`}</Term>)} once, and stake that the sale did not need is free.`}</>,
    <>{rich`During the ${(<Term of={terms.tenor}>{t`tenor`}</Term>)}, whenever ${(<Term of={terms.warrant}>{t`warrants`}</Term>)} are used, or Notes are converted or the treasury repays them early, more stake is freed, for everyone in the same proportion.`}</>,
    <>{rich`At maturity the ${(<Term of={terms.ledger}>{t`ledger`}</Term>)} repays the Notes, then stake repays what is missing. For stake that was used you are owed MSTR, then BTC: the ${(<Term of={terms.makeWhole}>{t`make-whole`}</Term>)}.`}</>,
  ],
  Picture: () => (
    <FlowPicture
      label={t`Stakers put USDT into one series, and bond buyers pay into it. Stakers get an upfront share. At the end the buyers are repaid, and stakers get their stake back, or are owed MSTR and BTC for what was used.`}
      stops={[
        { name: t`Stakers`, does: t`put in USDT` },
        { name: t`One series`, does: t`apart from all others` },
        { name: t`Bond buyers`, does: t`pay for Notes` },
      ]}
      moves={[
        [
          { label: t`1 stake` },
          { label: t`2 upfront share`, isBack: true },
          { label: t`3, 4 stake, or MSTR, BTC`, isBack: true },
        ],
        [{ label: t`2 pay`, isBack: true }, { label: t`4 repaid` }],
      ]}
    />
  ),
  alsoCalls: t`of each series in the registry: itself, its pool and its warrants; and the price oracles it names`,
  useFront() {
    const view = useBackstop(undefined, nothingOnScreen)
    return frontOf(view.status === 'ready' ? view.backstop : view)
  },
}

/** Totals only: of many series none has to be read with each block. */
const nothingOnScreen = () => []

type NotReady = Exclude<FrontNow, { status: 'ready' }>

function frontOf(backstop: Backstop | NotReady): FrontView {
  const isRead = 'series' in backstop
  const offer = offerOf(isRead ? backstop.series : [])
  return { earn: earnText(offer), lose: loseText(offer), now: isRead ? nowOf(backstop) : backstop }
}

function earnText({ mostUpfront, hasWarrants }: Offer) {
  const isKnown = mostUpfront !== undefined
  return (
    <>
      <b>{isKnown ? t`Up to ${mostUpfront} of your stake` : t`A part of what the bond brings in`}</b>
      <span>
        {isKnown
          ? t`, paid once after the bond is sold; less if less is sold.`
          : t`, paid once after the bond is sold.`}{' '}
      </span>
      {hasWarrants && (
        <span>{rich`Some series add ${(<Term of={terms.warrant}>{t`warrants`}</Term>)}.`}</span>
      )}
    </>
  )
}

function loseText({ compensation }: Offer) {
  return (
    <>
      {rich`${(<b>{t`Up to all of your stake`}</b>)} can be used to repay the bond. ${(<span>{t`For that you are owed ${compensation ?? t`a part`} of its worth in MSTR and BTC, paid only as far as the funds for it go.`}</span>)}`}
    </>
  )
}

function nowOf({ series, unreadable, isStale, othersSince }: Backstop): FrontNow {
  const states = series.map(({ state }) => knownValue(state))
  const isWhole = unreadable.length === 0
  const sum = (pick: (state: NonNullable<(typeof states)[number]>) => bigint): string => {
    const total: Total = totalOf(states.map((state) => state && pick(state)))
    const text = usdt(total.value)
    return total.isComplete && isWhole ? text : t`at least ${text}`
  }
  const open = series.filter(({ state }) => isOpen(state)).length
  const isCounted = isWhole && states.every((state) => state !== undefined)
  const [staked, covered] = [sum((state) => state.totalShares), sum((state) => state.outstandingUsdt)]
  return {
    status: 'ready',
    isStale,
    answer: isCounted
      ? plural(open, '{n} series open', '{n} series open')
      : plural(open, 'At least {n} series open', 'At least {n} series open'),
    rest:
      othersSince === undefined
        ? t`${staked} staked so far, covering ${covered} of Notes`
        : t`${staked} staked so far, covering ${covered} of Notes, as of block ${othersSince} or later`,
  }
}

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

export const front: FrontPart = {
  what: 'Stake USDT behind a bond before it is sold.',
  steps: [
    'Before a bond is sold, stakers put USDT behind it. Until staking closes they can leave, one to one.',
    <>
      Buyers pay for <Term of={terms.note}>Notes</Term>. Of that, stakers are paid their{' '}
      <Term of={terms.upfrontShare}>upfront share</Term> once, and stake that the sale did not need is free.
    </>,
    <>
      During the <Term of={terms.tenor}>tenor</Term>, whenever <Term of={terms.warrant}>warrants</Term> are
      used, or Notes are converted or the treasury repays them early, more stake is freed, for everyone in the
      same proportion.
    </>,
    <>
      At maturity the <Term of={terms.ledger}>ledger</Term> repays the Notes, then stake repays what is
      missing. For stake that was used you are owed MSTR, then BTC: the{' '}
      <Term of={terms.makeWhole}>make-whole</Term>.
    </>,
  ],
  Picture: () => (
    <FlowPicture
      label="Stakers put USDT into one series, and bond buyers pay into it. Stakers get an upfront share. At the end the buyers are repaid, and stakers get their stake back, or are owed MSTR and BTC for what was used."
      stops={[
        { name: 'Stakers', does: 'put in USDT' },
        { name: 'One series', does: 'apart from all others' },
        { name: 'Bond buyers', does: 'pay for Notes' },
      ]}
      moves={[
        [
          { label: '1 stake' },
          { label: '2 upfront share', isBack: true },
          { label: '3, 4 stake, or MSTR, BTC', isBack: true },
        ],
        [{ label: '2 pay', isBack: true }, { label: '4 repaid' }],
      ]}
    />
  ),
  alsoCalls:
    'of each series in the registry: itself, its pool and its warrants; and the price oracles it names',
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
      <b>{isKnown ? `Up to ${mostUpfront} of your stake` : 'A part of what the bond brings in'}</b>
      <span>, paid once after the bond is sold{isKnown ? '; less if less is sold. ' : '. '}</span>
      {hasWarrants && (
        <span>
          Some series add <Term of={terms.warrant}>warrants</Term>.
        </span>
      )}
    </>
  )
}

function loseText({ compensation }: Offer) {
  return (
    <>
      <b>Up to all of your stake</b> can be used to repay the bond.{' '}
      <span>{`For that you are owed ${compensation ?? 'a part'} of its worth in MSTR and BTC, paid only as far as the funds for it go.`}</span>
    </>
  )
}

function nowOf({ series, unreadable, isStale, othersSince }: Backstop): FrontNow {
  const states = series.map(({ state }) => knownValue(state))
  const isWhole = unreadable.length === 0
  const sum = (pick: (state: NonNullable<(typeof states)[number]>) => bigint): string => {
    const total: Total = totalOf(states.map((state) => state && pick(state)))
    return `${total.isComplete && isWhole ? '' : 'at least '}${usdt(total.value)}`
  }
  const open = series.filter(({ state }) => isOpen(state)).length
  const isCounted = isWhole && states.every((state) => state !== undefined)
  const since = othersSince === undefined ? '' : `, as of block ${othersSince} or later`
  return {
    status: 'ready',
    isStale,
    answer: `${isCounted ? '' : 'At least '}${open} series open`,
    rest: `${sum((state) => state.totalShares)} staked so far, covering ${sum((state) => state.outstandingUsdt)} of Notes${since}`,
  }
}

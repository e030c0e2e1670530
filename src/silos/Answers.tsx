import type { ReactNode } from 'react'

import { amountText, displayAmount } from '../math/amount'
import { mintRoom, mostMintable, silosIn } from '../math/silos-figures'
import { conditionsOf, type SiloState } from '../math/silos-state'
import { Badge } from '../ui/Badge'
import { Term } from '../ui/Term'
import { fullText, priceText } from './format'
import { closedText } from './gates'
import { usdtzUnit } from './snapshot'
import { terms } from './terms'
import { rich } from '../words/rich'
import { t } from '../words/t'

type Answer = {
  readonly question: string
  /** Undefined: it can't be told. */
  readonly isYes: boolean | undefined
  readonly why: string
}

/** The questions the original asks of itself, with live numbers. rules.md S1, S4 */
export function answersOf(state: SiloState): readonly Answer[] {
  const [silo1, silo2] = silosIn(state)
  const { low } = conditionsOf(state)
  const room = mintRoom(state)
  const most = mostMintable(room)
  const isNone = state.supply === 0n
  const none = t`There is no USDtz to back.`
  return [
    {
      question: t`Fully backed by USDC?`,
      isYes: isNone ? undefined : silo1.amount >= silo1.line,
      why: isNone ? none : t`${fullText(silo1.amount, silo1.line)} in Silo 1, whatever XTZ costs.`,
    },
    {
      question: t`Fully backed by XTZ?`,
      isYes: isNone || silo2.worth === undefined ? undefined : silo2.worth >= silo2.line,
      why: isNone
        ? none
        : silo2.worth === undefined
          ? t`There is no price of XTZ.`
          : t`${fullText(silo2.worth, silo2.line)} in Silo 2, at ${priceText(low)}.`,
    },
    {
      question: t`Can USDtz be minted?`,
      isYes: most === undefined || most > 0n,
      why:
        most === undefined
          ? t`Any amount: each mint fills Silo 1 itself.`
          : most === 0n
            ? closedText(room.obstacle)
            : t`${amountText(most, usdtzUnit)} now: ${amountText(room.inventory, usdtzUnit)} from inventory, ${amountText(room.created ?? 0n, usdtzUnit)} new.${room.obstacle === undefined ? '' : ` ${closedText(room.obstacle)}`}`,
    },
  ]
}

export function Answers({ state }: { state: SiloState }) {
  return (
    <dl className="divide-y divide-line border-y text-sm">
      {answersOf(state).map(({ question, isYes, why }) => (
        <div key={question} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[12rem_1fr]">
          <dt className="text-muted">{question}</dt>
          <dd className="flex flex-wrap items-baseline gap-2">
            <Badge tone={isYes === true ? 'success' : 'warn'}>
              {isYes === undefined ? t`No answer` : isYes ? t`Yes` : t`No`}
            </Badge>
            <span>{why}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The two keys and the latch, as three facts. rules.md S4 */
export function Keys({ state }: { state: SiloState }) {
  const [silo1, silo2] = silosIn(state)
  const of = (worth: bigint, line: bigint, unit: string) =>
    t`${displayAmount(worth, 6)} of ${displayAmount(line, 6)} ${unit}`
  const isTurned2 = silo2.worth !== undefined && silo2.worth >= silo2.line
  return (
    <ul className="grid gap-3 text-sm sm:grid-cols-3">
      <Fact
        title={t`Key 1: Silo 1 full`}
        badge={silo1.amount >= silo1.line ? t`Turned` : t`Not turned`}
        isGood={silo1.amount >= silo1.line}
        detail={of(silo1.amount, silo1.line, 'USDC')}
      />
      <Fact
        title={t`Key 2: Silo 2 full`}
        badge={silo2.worth === undefined ? t`Not known` : isTurned2 ? t`Turned` : t`Not turned`}
        isGood={isTurned2}
        detail={silo2.worth === undefined ? t`No price of XTZ.` : of(silo2.worth, silo2.line, 'USD')}
      />
      <Fact
        title={t`Are both keys needed?`}
        badge={state.isLatched ? t`Yes, for good` : t`Not yet`}
        isGood={undefined}
        detail={
          state.isLatched
            ? rich`New USDtz needs both: the base ${(<Term of={terms.latch}>{t`latch`}</Term>)} is closed.`
            : t`It closes at the first cycle’s end that finds both silos full and at least ${amountText(state.parameters.latchMinSupply, usdtzUnit)}. Until then USDC alone mints.`
        }
      />
    </ul>
  )
}

type FactProps = { title: string; badge: string; isGood: boolean | undefined; detail: ReactNode }

function Fact({ title, badge, isGood, detail }: FactProps) {
  return (
    <li>
      <p className="flex flex-wrap items-center gap-2 font-medium">
        <span>{title}</span>
        <Badge tone={isGood === undefined ? 'neutral' : isGood ? 'success' : 'warn'}>{badge}</Badge>
      </p>
      <div className="text-xs text-muted">{detail}</div>
    </li>
  )
}

import { useMemo } from 'react'

import { useChainSeconds } from '../chain/use-block'
import { amountText } from '../math/amount'
import { knownValue } from '../math/reading'
import { FlowPicture } from '../system/FlowPicture'
import type { FrontNow, FrontPart } from '../system/front'
import { Term } from '../ui/Term'
import { rateText } from './format'
import { recentGrowth, reportsOf, weeklyYield } from './interest-view'
import { stbtUnit, type Stbt, type StbtState } from './snapshot'
import { terms } from './terms'
import { useChanges } from './use-changes'
import { usePolicy } from './use-policy'
import { useStbt } from './use-stbt'

export const front: FrontPart = {
  what: 'Hold a token whose issuer keeps short US Treasury bills for it.',
  steps: [
    <>
      The issuer gives your address a <Term of={terms.permission}>permission</Term>. You send a stablecoin,
      and some banking days later STBT is issued to you.
    </>,
    <>
      Each New York <Term of={terms.bankingDay}>banking day</Term> the issuer reports what the reserve has
      earned. Your balance grows by your part, without a transaction of yours.
    </>,
    <>
      The contract counts <Term of={terms.share}>shares</Term>, and interest raises their{' '}
      <Term of={terms.index}>index</Term>. So every balance can be worked out again from the chain.
    </>,
    'To leave you send STBT back and ask for a coin. The issuer pays it some banking days later: a promise, which no contract enforces.',
  ],
  Picture: () => (
    <FlowPicture
      label="Approved holders send stablecoins to the issuer and get STBT. The issuer keeps Treasury bills off chain and reports their interest. Holders send STBT back and are paid by the issuer."
      stops={[
        { name: 'Approved holders', does: 'hold STBT' },
        { name: 'Issuer', does: 'mints, reports, pays' },
        { name: 'Treasury bills', does: 'off chain' },
      ]}
      moves={[
        [{ label: '1 coins' }, { label: '2 interest', isBack: true }, { label: '4 coins', isBack: true }],
        [{ label: '1 buys' }, { label: '2 interest', isBack: true }],
      ]}
    />
  ),
  alsoCalls: 'the coins that the Minter takes, to approve them',
  useFront() {
    const view = useStbt(undefined)
    const { policy } = usePolicy()
    const state = view.status === 'ready' ? knownValue(view.state) : undefined
    return {
      earn: (
        <>
          <b>Interest</b>, added to your balance on New York <Term of={terms.bankingDay}>banking days</Term>.
        </>
      ),
      lose: (
        <>
          <b>You rely on the issuer</b>, who alone reports the reserve and pays redemptions, by policy in
          about {`${policy.redemptionDays}`} banking days. {lossText(state)} Only approved investors may hold
          it.
        </>
      ),
      now: view.status === 'ready' ? nowOf(view) : view,
    }
  },
}

/** rules.md T4 */
function lossText(state: StbtState | undefined): string {
  if (!state) return ''
  return state.kind === 'ours' ? 'A loss is taken off later interest.' : 'A loss can lower your balance.'
}

function nowOf(stbt: Stbt): FrontNow {
  const { isStale, state } = stbt
  if (!state.isKnown) return { status: 'error', reason: state.reason, retry: () => window.location.reload() }
  const supply = amountText(state.value.supply, stbtUnit, { maxFractionDigits: 0 })
  // The whole history of live contracts is read on their own pages only.
  if (state.value.kind === 'live')
    return { status: 'ready', isStale, answer: supply, rest: 'in all; what it earns stands on its page' }
  return {
    status: 'ready',
    isStale,
    answer: <Rate stbt={stbt} />,
    rest: `by its last 7 days, an estimate; ${supply} in all`,
  }
}

/** From the reports of the last seven days. rules.md T12 */
function Rate({ stbt }: { stbt: Stbt }) {
  const now = useChainSeconds() ?? stbt.timestamp
  const { changes, isRead, history } = useChanges({ addresses: stbt.addresses, kind: 'ours' })
  const reports = useMemo(() => reportsOf(changes), [changes])
  if (history.error !== undefined) return 'Rate not known'
  if (!isRead) return 'Reading the rate…'
  const rate = weeklyYield(recentGrowth(reports, now))
  return rate === undefined ? 'No rate yet' : `${rateText(rate)} a year`
}

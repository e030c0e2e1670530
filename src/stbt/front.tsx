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
import { rich } from '../words/rich'
import { t } from '../words/t'

export const front: FrontPart = {
  what: t`Hold a token whose issuer keeps short US Treasury bills for it.`,
  steps: [
    <>{rich`The issuer gives your address a ${(<Term of={terms.permission}>{t`permission`}</Term>)}. You send a stablecoin, and some banking days later STBT is issued to you.`}</>,
    <>{rich`Each New York ${(<Term of={terms.bankingDay}>{t`banking day`}</Term>)} the issuer reports what the reserve has earned. Your balance grows by your part, without a transaction of yours.`}</>,
    <>{rich`The contract counts ${(<Term of={terms.share}>{t`shares`}</Term>)}, and interest raises their ${(<Term of={terms.index}>{t`index`}</Term>)}. So every balance can be worked out again from the chain.`}</>,
    t`To leave you send STBT back and ask for a coin. The issuer pays it some banking days later: a promise, which no contract enforces.`,
  ],
  Picture: () => (
    <FlowPicture
      label={t`Approved holders send stablecoins to the issuer and get STBT. The issuer keeps Treasury bills off chain and reports their interest. Holders send STBT back and are paid by the issuer.`}
      stops={[
        { name: t`Approved holders`, does: t`hold STBT` },
        { name: t`Issuer`, does: t`mints, reports, pays` },
        { name: t`Treasury bills`, does: t`off chain` },
      ]}
      moves={[
        [{ label: t`1 coins` }, { label: t`2 interest`, isBack: true }, { label: t`4 coins`, isBack: true }],
        [{ label: t`1 buys` }, { label: t`2 interest`, isBack: true }],
      ]}
    />
  ),
  alsoCalls: t`the coins that the Minter takes, to approve them`,
  useFront() {
    const view = useStbt(undefined)
    const { policy } = usePolicy()
    const state = view.status === 'ready' ? knownValue(view.state) : undefined
    return {
      earn: (
        <>
          {rich`${(<b>{t`Interest`}</b>)}, added to your balance on New York ${(<Term of={terms.bankingDay}>{t`banking days`}</Term>)}.`}
        </>
      ),
      lose: (
        <>
          {rich`${(<b>{t`You rely on the issuer`}</b>)}, who alone reports the reserve and pays redemptions, by policy in about ${`${policy.redemptionDays}`} banking days. ${lossText(state)} Only approved investors may hold it.`}
        </>
      ),
      now: view.status === 'ready' ? nowOf(view) : view,
    }
  },
}

/** rules.md T4 */
function lossText(state: StbtState | undefined): string {
  if (!state) return ''
  return state.kind === 'ours' ? t`A loss is taken off later interest.` : t`A loss can lower your balance.`
}

function nowOf(stbt: Stbt): FrontNow {
  const { isStale, state } = stbt
  if (!state.isKnown) return { status: 'error', reason: state.reason, retry: () => window.location.reload() }
  const supply = amountText(state.value.supply, stbtUnit, { maxFractionDigits: 0 })
  // The whole history of live contracts is read on their own pages only.
  if (state.value.kind === 'live')
    return { status: 'ready', isStale, answer: supply, rest: t`in all; what it earns stands on its page` }
  return {
    status: 'ready',
    isStale,
    answer: <Rate stbt={stbt} />,
    rest: t`by its last 7 days, an estimate; ${supply} in all`,
  }
}

/** From the reports of the last seven days. rules.md T12 */
function Rate({ stbt }: { stbt: Stbt }) {
  const now = useChainSeconds() ?? stbt.timestamp
  const { changes, isRead, history } = useChanges({ addresses: stbt.addresses, kind: 'ours' })
  const reports = useMemo(() => reportsOf(changes), [changes])
  if (history.error !== undefined) return t`Rate not known`
  if (!isRead) return t`Reading the rate…`
  const rate = weeklyYield(recentGrowth(reports, now))
  return rate === undefined ? t`No rate yet` : t`${rateText(rate)} a year`
}

import { displayAmount, displayRatio } from '../math/amount'
import { displayDateTime, displayDuration } from '../math/time'
import { Panel } from '../ui/Panel'
import { SourceButton } from '../ui/SourceButton'
import { CompositionTable } from './CompositionTable'
import { rateText } from './format'
import type { Stbt, StbtState } from './snapshot'
import { usePolicy } from './use-policy'
import { t } from '../words/t'

/** What the chain says, what only the issuer says, and what can go wrong. rules.md T15, T17, T20 */
export function RelyPanel({ stbt, state, now }: { stbt: Stbt; state: StbtState; now: bigint }) {
  const { policy } = usePolicy()
  return (
    <Panel title={t`What you rely on`}>
      <div className="grid gap-6 text-sm sm:grid-cols-3 [&_h3]:mb-1 [&_h3]:font-semibold [&_p]:text-muted [&_p+p]:mt-2">
        <div>
          <h3>{t`On chain`}</h3>
          <p>
            {t`${displayAmount(state.supply, 18, { maxFractionDigits: 0 })} STBT in ${displayAmount(state.totalShares, 18, { maxFractionDigits: 0 })} shares. Who may hold it. Every payment of interest.`}
          </p>
          <ReserveLine stbt={stbt} state={state} now={now} />
        </div>
        <div>
          <h3>{t`Reported by the issuer`}</h3>
          <p>{t`The value of the portfolio: Treasury bills of up to ${`${policy.billDays}`} days, fully collateralized reverse repos and cash, at Bloomberg’s closing prices. Interest is this value less the supply; nothing on chain proves it.`}</p>
          <p>
            {t`A service fee of ${rateText(policy.serviceFeeRate)} a year is taken out of it before interest is paid: the issuer’s terms of ${policy.dated}.`}
          </p>
        </div>
        <div>
          <h3>{t`What can go wrong`}</h3>
          <p>
            {t`The reserve may be less than reported. ${
              state.kind === 'ours'
                ? t`A fall in value is carried against later interest; who leaves meanwhile leaves at par, and the rest bear it.`
                : t`A fall in value can be rebased: your balance can shrink.`
            }`}
          </p>
          <p>{t`No pause stops a transfer, unwrap or redemption. Your permission, the issuer’s pool and queue, and its settlement can: redeeming takes about ${`${policy.redemptionDays}`} banking days and needs all of them.`}</p>
        </div>
      </div>
      <CompositionTable policy={policy} now={now} />
    </Panel>
  )
}

function ReserveLine({ stbt: { reserve }, state, now }: { stbt: Stbt; state: StbtState; now: bigint }) {
  if (!reserve) return <p>{t`No proof of reserve is named for this deployment.`}</p>
  if (!reserve.isKnown) return <p>{t`Proof of reserve: unavailable. ${reserve.reason}`}</p>
  const { answer, updatedAt } = reserve.value
  const age = now - updatedAt
  const isOld = state.kind === 'ours' && age > state.reserveHeartbeat
  return (
    <div className="mt-2 text-muted">
      {t`Proof of reserve: ${displayAmount(answer, 18, { maxFractionDigits: 0 })} USD, told ${displayDateTime(updatedAt)} (${displayDuration(age)} ago). Supply is ${displayRatio(state.supply, answer > 0n ? answer : 0n)} of it.`}
      {isOld && <span> {t`It is too old: nothing is issued until it is updated.`}</span>}
      {answer <= state.supply && <span> {t`It does not cover the supply: issues wait in the queue.`}</span>}
      <SourceButton label={t`Proof of reserve`} source={reserve.source} />
    </div>
  )
}

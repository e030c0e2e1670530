import { useChainSeconds } from '../chain/use-block'
import { knownValue } from '../math/reading'
import { addBankingDays, bankingDayFrom } from '../math/stbt-banking-days'
import { newYorkDay } from '../math/stbt-days'
import { displayAmount } from '../math/amount'
import { displayDateTime, displayDuration } from '../math/time'
import { Panel } from '../ui/Panel'
import { dayText } from './format'
import { usualSeconds, type Request } from './requests'
import type { Minter } from './use-minter'
import { usePolicy } from './use-policy'
import { t } from '../words/t'

/** When it will be issued or paid: what the chain enforces, what the issuer promises, what it really took. rules.md T10 */
export function RequestTimes({ minter, kind }: { minter: Minter; kind: Request['kind'] }) {
  const now = useChainSeconds()
  const { policy } = usePolicy()
  const delay = knownValue(minter.data.delays[kind])
  const usual = usualSeconds(minter.requests, kind)
  if (now === undefined) return null
  const asked = bankingDayFrom(newYorkDay(now))
  const days = kind === 'mint' ? policy.issuanceDays : policy.redemptionDays
  const lines = [
    {
      label: t`A request made now counts as of`,
      value: dayText(asked),
      note: t`The next New York banking day, or today if it is one.`,
    },
    {
      label: kind === 'mint' ? t`Earliest issue` : t`Earliest burn`,
      value: delay === undefined ? t`Not known` : displayDateTime(now + delay),
      note: t`Enforced by the queue on chain.`,
    },
    {
      label: t`Latest by policy`,
      value: dayText(addBankingDays(asked, days)),
      note: t`${kind === 'mint' ? t`Up to` : t`About`} T+${days} banking days, until 24:00 in New York, absent material adverse events: the issuer’s terms of ${policy.dated}. No contract enforces it.${kind === 'redeem' && policy.instantUsd > 0n ? t` Up to ${displayAmount(policy.instantUsd, 0)} USD is promised on the same day.` : ''}`,
    },
    {
      label: t`What it really took`,
      value: usual === undefined ? t`Not known yet` : displayDuration(usual),
      note: t`The median of the last twenty, from ${kind === 'mint' ? t`deposit to issue` : t`request to payment`}.`,
    },
  ]
  return (
    <Panel title={t`When`}>
      <dl className="-my-2 divide-y text-sm">
        {lines.map(({ label, value, note }) => (
          <div key={label} className="py-2.5">
            <dt className="text-xs text-muted">{label}</dt>
            <dd>
              <span className="block font-semibold" translate="no">
                {value}
              </span>
              <span className="block text-xs text-muted">{note}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

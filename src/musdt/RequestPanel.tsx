import { useChainSeconds } from '../chain/use-block'
import type { Person } from '../chain/use-person'
import { toAssetsDown } from '../math/musdt'
import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import { amountGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { Countdown } from '../ui/Countdown'
import { NowAfter } from '../ui/NowAfter'
import { Panel } from '../ui/Panel'
import { Stat } from '../ui/Stat'
import { vaultReadGate } from './exit-gates'
import { isRequestOpen, timelockText } from './exit-view'
import { freeShares, freeSharesGate, requestWindowGate } from './gates'
import { kinds } from './kinds'
import { DEADLINE_SECONDS, request } from './plans'
import type { Epochs, Vault, VaultState } from './snapshot'
import { usePlanContext } from './use-plan-context'
import { useVaultAmount } from './use-vault-amount'
import { epochWindow } from './view'
import { amountText } from '../math/amount'
import { t } from '../words/t'

type RequestPanelProps = { vault: Vault; state: VaultState; epochs: Epochs; person: Person }

/** Asks for shares to become redeemable, one to three epochs from now. rules.md M8 */
export function RequestPanel({ vault, state, epochs, person }: RequestPanelProps) {
  const now = useChainSeconds()
  const context = usePlanContext(vault, person)
  const { asset, share } = vault.identity
  const holder = knownValue(vault.holder)
  const free = freeShares(vault.holder)
  const { entry, written, setAmount, markStarted } = useVaultAmount(holder?.underRequest)
  const { amount } = entry
  const isTooMuch = amount !== undefined && free !== undefined && amount > free
  const running = epochWindow(state, epochs.current)
  const exit = epochWindow(state, epochs.current + epochs.timelock)
  const form = useActionForm({
    person,
    kind: kinds.request,
    context,
    gates: [
      vaultReadGate(vault.state),
      requestWindowGate(epochs, running, now),
      freeSharesGate(vault.holder, share, isTooMuch ? undefined : amount),
      amountGate(entry, { value: free, what: t`what is free` }, share),
    ],
    plan: (who) =>
      !exit || amount === undefined || now === undefined
        ? undefined
        : request(who, amount, exit.number, now + DEADLINE_SECONDS),
    onStart: markStarted,
  })
  return (
    <Panel
      title={t`Request a withdrawal`}
      lead={t`Nothing moves yet: the shares stay yours until you redeem them.`}
    >
      <div className="grid gap-3">
        <AmountField
          label={t`Amount`}
          decimals={share.decimals}
          symbol={share.symbol}
          value={written}
          max={free}
          balanceText={free === undefined ? undefined : t`Free ${amountText(free, share)}`}
          problem={isTooMuch ? t`More than what is free, ${amountText(free, share)}.` : entry.problem}
          hint={
            amount === undefined || isTooMuch
              ? undefined
              : t`Worth ${amountText(toAssetsDown(amount, state.price), asset)} now; what counts is the price when you redeem.`
          }
          onChange={setAmount}
        />
        {exit && isRequestOpen(state, now ?? vault.timestamp) && (
          <>
            <div className="side-by-side gap-4">
              <Stat
                label={t`Redeemable from, epoch ${exit.number}`}
                {...(state.kind === 'gToken' && { hint: t`At the earliest: somebody has to start it` })}
              >
                <Countdown to={exit.startsAt} now={now} />
              </Stat>
              <Stat
                label={t`Redeemable until`}
                hint={
                  state.kind === 'gToken'
                    ? t`At the earliest; with the epoch after it the request is void`
                    : t`After that the request is void`
                }
              >
                <span className="text-base">{displayDateTime(exit.redeemUntil)}</span>
              </Stat>
            </div>
            <p className="text-xs text-muted">
              {timelockText(state)}
              {state.kind === 'gToken' && (
                <span>
                  {' '}
                  {t`This vault takes no bound: with an epoch that begins meanwhile it is a later one.`}
                </span>
              )}
            </p>
          </>
        )}
        <NowAfter
          label={t`Under request`}
          now={holder?.underRequest}
          after={isTooMuch || amount === undefined || !holder ? undefined : holder.underRequest + amount}
          format={(value) => amountText(value, share)}
        />
        <ActionButton label={t`Request`} {...form} />
      </div>
    </Panel>
  )
}

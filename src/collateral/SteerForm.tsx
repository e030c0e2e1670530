import type { ReactNode } from 'react'

import type { Gate } from '../ui/gate'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { RATIO_DECIMALS, type Steered } from './use-steered'
import type { VaultCase } from './vault-case'
import { VaultAfter } from './VaultAfter'
import { VaultForm } from './VaultForm'
import { t } from '../words/t'

type SteerFormProps = {
  title: string
  lead: string
  label: string
  symbol: string
  button: string
  steered: Steered
  max: bigint | undefined
  maxLabel?: string
  balanceText: string | undefined
  /** What the amount, well written, meets: the first one unmet is said at the field. */
  limits: readonly Gate[]
  hint?: string | undefined
  now: VaultCase
  after: VaultCase | undefined
  form: { readonly gates: readonly Gate[]; readonly onPress: () => void }
  children?: ReactNode
}

/** An amount or the ratio to reach, what it makes of the vault, and the button. */
export function SteerForm(props: SteerFormProps) {
  const { title, lead, label, symbol, button, steered, limits, now, after, form, children } = props
  const { entry, setAmount, ratio } = steered
  const isEntered = entry.amount !== undefined && entry.amount > 0n
  const unmet = isEntered ? limits.find(({ isMet }) => !isMet)?.detail : undefined
  return (
    <VaultForm title={title} lead={lead}>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <AmountField
          label={label}
          decimals={18}
          symbol={symbol}
          value={entry.amount}
          max={props.max}
          {...(props.maxLabel !== undefined && { maxLabel: props.maxLabel })}
          balanceText={props.balanceText}
          problem={entry.problem ?? unmet}
          hint={props.hint}
          onChange={setAmount}
        />
        {ratio && (
          <AmountField
            label={t`Or collateral against debt to reach`}
            decimals={RATIO_DECIMALS}
            symbol="%"
            value={ratio.entry.amount}
            problem={ratio.entry.problem}
            hint={
              ratio.entry.amount !== undefined && !isEntered
                ? t`This way it can’t be reached, or it is there.`
                : t`By the current price.`
            }
            onChange={ratio.set}
          />
        )}
      </div>
      <VaultAfter now={now} after={after} />
      {children}
      <ActionButton label={button} {...form} />
    </VaultForm>
  )
}

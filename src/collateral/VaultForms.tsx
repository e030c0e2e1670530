import { useState } from 'react'

import { amountText } from '../math/amount'
import { Button } from '../ui/Button'
import { Choices } from '../ui/Choices'
import { Panel } from '../ui/Panel'
import { CloseForm } from './CloseForm'
import { DepositForm } from './DepositForm'
import { DrawForm } from './DrawForm'
import { priceText } from './format'
import { RepayForm } from './RepayForm'
import { tusdtUnit } from './snapshot'
import { safetyOf } from './vault-case'
import type { FormProps } from './VaultForm'
import { WithdrawForm } from './WithdrawForm'
import { t } from '../words/t'

const forms = [
  { id: 'add', label: t`Add collateral`, isForAll: true, Form: DepositForm },
  { id: 'pay', label: t`Pay debt`, isForAll: true, Form: RepayForm },
  { id: 'draw', label: t`Draw`, isForAll: false, Form: DrawForm },
  { id: 'withdraw', label: t`Withdraw`, isForAll: false, Form: WithdrawForm },
  { id: 'close', label: t`Close`, isForAll: false, Form: CloseForm },
] as const

type FormId = (typeof forms)[number]['id']
type Fill = { readonly id: FormId; readonly amount: bigint; readonly count: number }

/**
 * What can be done with a vault: one form at a time, and what is typed into another one stays. Its owner does everything;
 * anybody else may add and pay. rules.md C4
 */
export function VaultForms(props: FormProps) {
  const [chosen, setChosen] = useState<string>()
  const [fill, setFill] = useState<Fill>()
  const isOwner = props.person.account?.toLowerCase() === props.view.stored.owner.toLowerCase()
  const shown = forms.filter(({ isForAll }) => isForAll || isOwner)
  const fillIn = (id: FormId, amount: bigint) => {
    setChosen(id)
    setFill({ id, amount, count: (fill?.count ?? 0) + 1 })
  }
  return (
    <Panel
      title={isOwner ? t`Change your vault` : t`Help this vault`}
      lead={
        isOwner
          ? t`Each form shows what it makes of the vault before anything is signed.`
          : t`Anybody may add collateral or pay. What is drawn or withdrawn is up to its owner.`
      }
    >
      <div className="grid gap-4">
        <Safety {...props} fillIn={fillIn} />
        <Choices label={t`What to do`} choices={shown} chosen={chosen} onChoose={setChosen} />
        {shown.map(({ id, Form }) => (
          <div key={`${id} ${fill?.id === id ? fill.count : 0}`} hidden={id !== chosen}>
            <Form {...props} fill={fill?.id === id ? fill.amount : undefined} />
          </div>
        ))}
      </div>
    </Panel>
  )
}

/** What it costs to survive a fall of 30%, in either way; a press fills the form. rules.md C10 */
function Safety({ type, one, view, fillIn }: FormProps & { fillIn: (id: FormId, amount: bigint) => void }) {
  const cost = safetyOf(one)
  if (!cost) return null
  const at = t`a fall of 30%, to ${priceText(cost.price)} USD`
  if (cost.collateral === 0n) return <p className="text-sm">{t`It survives ${at}.`}</p>
  const add = amountText(
    cost.collateral,
    { symbol: type.name, decimals: 18 },
    { maxFractionDigits: 4, round: 'up' },
  )
  const pay = amountText(cost.tusdt, tusdtUnit, { round: 'up' })
  return (
    <div className="grid gap-2 text-sm">
      <p>{t`To survive ${at}, either of these is enough:`}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => fillIn('add', cost.collateral)}>{t`Add ${add}`}</Button>
        <Button size="small" onClick={() => fillIn('pay', cost.closes ? view.debt : cost.tusdt)}>
          {cost.closes ? t`Pay all debt, ${pay}` : t`Pay ${pay}`}
        </Button>
      </div>
    </div>
  )
}

import { useId, useMemo, useState } from 'react'
import { erc20Abi, isAddress, isAddressEqual, zeroAddress, type Address } from 'viem'

import { read } from '../chain/read'
import { useSnapshot } from '../chain/use-snapshot'
import { useActionForm } from '../form/use-action-form'
import { displayAmount } from '../math/amount'
import { knownValue, type Reading } from '../math/reading'
import { ActionButton } from '../ui/ActionButton'
import { Choices } from '../ui/Choices'
import type { Gate } from '../ui/gate'
import { kinds } from './kinds'
import type { BackingProps } from './backing-props'
import type { PlanContext } from './plan-parts'
import { placesOf } from './stray-view'
import { recoverStray } from './upkeep-plans'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

/** Any other token, by its address: what is there of it goes to governance. rules.md C11 */
export function StrayForm({ collateral, person, addresses }: BackingProps & Pick<PlanContext, 'addresses'>) {
  const context = usePlanContext(collateral, person)
  const id = useId()
  const places = placesOf({ addresses }, collateral.types)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState('backing')
  const where = places.find((one) => one.id === chosen) ?? places[0]
  const typed = text.trim()
  const token = isAddress(typed, { strict: false }) && typed !== zeroAddress ? typed : undefined
  const found = useTokenAt(token, where?.address)
  const ours = [collateral.tusdt, collateral.usdc, collateral.tao].flatMap((one) => knownValue(one) ?? [])
  const isOurs = token !== undefined && ours.some((one) => isAddressEqual(one, token))
  const form = useActionForm({
    person,
    kind: kinds.recoverStray,
    context,
    gates: [tokenGate(typed, token, isOurs), foundGate(found?.amount)],
    plan: (who) => {
      if (token === undefined || !where || found?.amount.isKnown !== true) return undefined
      const { text: amount } = found
      return recoverStray(who, {
        place: where.place,
        token,
        text: amount,
        becomes: t`${amount} goes to governance`,
      })
    },
  })
  return (
    <div className="grid gap-3">
      <Choices
        label={t`Sent to`}
        choices={places}
        chosen={chosen}
        onChoose={(next) => setChosen(next ?? chosen)}
      />
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-xs font-medium text-muted">
          {t`Address of the token`}
        </label>
        <input
          id={id}
          type="text"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          placeholder="0x…"
          value={text}
          className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 font-mono text-xs"
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      {found?.amount.isKnown === true && <p className="text-sm">{t`There: ${found.text}.`}</p>}
      <ActionButton label={t`Send it to governance`} variant="secondary" {...form} />
    </div>
  )
}

function tokenGate(typed: string, token: Address | undefined, isOurs: boolean): Gate {
  const label = t`Address of a token`
  if (typed === '') return { label, isMet: false, detail: t`Enter the address of the token.` }
  if (token === undefined)
    return { label, isMet: false, detail: t`This is not an address: 0x and 40 digits.` }
  if (isOurs)
    return {
      label,
      isMet: false,
      detail: t`TAO, USDC and TUSDT have buttons of their own above, where there are any.`,
    }
  return { label, isMet: true, detail: token }
}

function foundGate(amount: Reading<bigint> | undefined): Gate {
  const label = t`Something is there`
  if (!amount) return { label, isMet: false, detail: t`Not read yet.` }
  if (!amount.isKnown)
    return { label, isMet: false, detail: t`It does not answer like a token: ${amount.reason}` }
  return {
    label,
    isMet: amount.value > 0n,
    detail: amount.value > 0n ? t`There is.` : t`There is nothing of it.`,
  }
}

/** What a contract has of a token, in the token’s own words where it has any. */
function useTokenAt(token: Address | undefined, holder: Address | undefined) {
  const tree = useMemo(() => {
    if (token === undefined || holder === undefined) return undefined
    const at = { address: token, label: t`Token`, abi: erc20Abi } as const
    return {
      amount: read({ ...at, functionName: 'balanceOf', args: [holder] }),
      decimals: read({ ...at, functionName: 'decimals', args: [] }),
      symbol: read({ ...at, functionName: 'symbol', args: [] }),
    }
  }, [token, holder])
  const live = useSnapshot('collateral.stray', tree)
  if (live.status !== 'ready') return undefined
  const { amount, decimals, symbol } = live.snapshot.data
  const digits = knownValue(decimals)
  const name = (knownValue(symbol) ?? '').slice(0, 20)
  const text = !amount.isKnown
    ? ''
    : digits === undefined || digits > 30
      ? name === ''
        ? t`${amount.value} base units`
        : t`${amount.value} base units of ${name}`
      : `${displayAmount(amount.value, digits, { maxFractionDigits: digits })} ${name === '' ? t`of the token` : name}`
  return { amount, text }
}

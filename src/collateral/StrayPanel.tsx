import { useMemo } from 'react'

import { useSnapshot } from '../chain/use-snapshot'
import { useNetwork } from '../chain/network'
import { useActionForm } from '../form/use-action-form'
import { amountText } from '../math/amount'
import { knownValue } from '../math/reading'
import { ActionButton } from '../ui/ActionButton'
import { Disclosure } from '../ui/Disclosure'
import { Panel } from '../ui/Panel'
import { collateralContracts } from './contracts'
import { kinds } from './kinds'
import type { BackingProps } from './backing-props'
import { planTypeOf, type BackingContext } from './plan-parts'
import { taoUnit, tusdtUnit, usdcUnit } from './snapshot'
import { StrayForm } from './StrayForm'
import { strayReads, straysIn } from './stray-view'
import { bookGifts, recoverStray, type Stray } from './upkeep-plans'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

/** A way out for what was sent to a contract of TUSDT by mistake: anyone opens it, and nobody gains by it. rules.md C11 */
export function StrayPanel(props: BackingProps) {
  const { collateral, state } = props
  const tokens = useTokens(collateral)
  // Engines are never removed, and a type's token never changes.
  const said = JSON.stringify(collateral.types.flatMap((type) => planTypeOf(type) ?? []))
  const reads = useMemo(
    () => tokens && strayReads(tokens, JSON.parse(said) as Parameters<typeof strayReads>[1]),
    [tokens, said],
  )
  const live = useSnapshot('collateral.strays', reads)
  const strays = tokens && live.status === 'ready' ? straysIn(tokens, live.snapshot.data) : []
  const gifts = giftsIn(state)
  return (
    <Panel
      title={t`Sent by mistake`}
      lead={t`What is in a contract of TUSDT and in none of its books. It can’t be sent back; anyone may send it where it belongs.`}
    >
      <div className="grid gap-3">
        {gifts.length === 0 && strays.length === 0 && (
          <p className="text-sm">
            {live.status === 'ready'
              ? t`There is nothing of TAO, USDC, TUSDT or collateral.`
              : live.status === 'error'
                ? live.reason
                : t`Reading the chain…`}
          </p>
        )}
        {gifts.length > 0 && <GiftButton {...props} text={gifts.join(', ')} />}
        {strays.map((stray) => (
          <StrayButton key={stray.becomes} {...props} stray={stray} />
        ))}
        {tokens && (
          <Disclosure summary={t`Another token`}>
            <StrayForm {...props} addresses={tokens.addresses} />
          </Disclosure>
        )}
      </div>
    </Panel>
  )
}

function useTokens({ tusdt, usdc, tao }: BackingProps['collateral']) {
  const network = useNetwork()
  const [one, two, three] = [knownValue(tusdt), knownValue(usdc), knownValue(tao)]
  return useMemo((): Pick<BackingContext, 'addresses' | 'tusdt' | 'usdc' | 'tao'> | undefined => {
    if (!one || !two || !three) return undefined
    return { addresses: collateralContracts(network), tusdt: one, usdc: two, tao: three }
  }, [network, one, two, three])
}

const giftsIn = ({ taoGift, usdGift, tusdtGift }: BackingProps['state']) => [
  ...(taoGift > 0n ? [amountText(taoGift, taoUnit)] : []),
  ...(usdGift > 0n ? [amountText(usdGift, usdcUnit)] : []),
  ...(tusdtGift > 0n ? [amountText(tusdtGift, tusdtUnit)] : []),
]

function GiftButton({ collateral, state, person, text }: BackingProps & { text: string }) {
  const context = usePlanContext(collateral, person)
  const form = useActionForm({
    person,
    kind: kinds.bookGifts,
    context,
    gates: [],
    plan: (who) => bookGifts(who, state),
  })
  return (
    <div className="grid gap-1.5 text-sm">
      <p>{t`In the backing: ${text}. TAO and USDC become backing, TUSDT is burnt.`}</p>
      <ActionButton label={t`Book ${text}`} variant="secondary" {...form} />
    </div>
  )
}

function StrayButton({ collateral, person, stray }: BackingProps & { stray: Stray }) {
  const context = usePlanContext(collateral, person)
  const form = useActionForm({
    person,
    kind: kinds.recoverStray,
    context,
    gates: [],
    plan: (who) => recoverStray(who, stray),
  })
  const where = stray.place === 'book' ? t`the book` : stray.place === 'backing' ? t`the backing` : t`the vaults of ${stray.place.name}` // prettier-ignore
  return (
    <div className="grid gap-1.5 text-sm">
      <p>{t`In ${where}: ${stray.becomes}.`}</p>
      <ActionButton label={t`Take out ${stray.text}`} variant="secondary" {...form} />
    </div>
  )
}

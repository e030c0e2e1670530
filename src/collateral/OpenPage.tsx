import { Link } from 'wouter'

import type { Person } from '../chain/use-person'
import { knownValue } from '../math/reading'
import { Choices } from '../ui/Choices'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { Panel } from '../ui/Panel'
import { useUrlChoice } from '../ui/use-url-choice'
import { CollateralFrame } from './CollateralFrame'
import { feeYearText, priceText, tusdtText } from './format'
import { OpenForm } from './OpenForm'
import type { Collateral, CollateralType, Lists } from './snapshot'
import { newCase } from './vault-case'
import { t } from '../words/t'

const lists: Lists = { vaults: false, auctions: false, hasForms: true }

export default function OpenPage() {
  return (
    <CollateralFrame
      title={t`Open a vault`}
      lead={t`Lock collateral, and borrow TUSDT against it. What it would be liquidated at is shown before anything is signed.`}
      lists={lists}
    >
      {(collateral, person) => <Opening collateral={collateral} person={person} />}
    </CollateralFrame>
  )
}

function Opening({ collateral, person }: { collateral: Collateral; person: Person }) {
  const [place, choose] = useUrlChoice('of')
  const { types } = collateral
  const type = types.find((one) => `${one.place}` === place) ?? types[0]
  if (!type) return <EmptyState title={t`There is no collateral yet`}>{t`The book names none.`}</EmptyState>
  return (
    <Panel
      title={t`Vault of ${type.name}`}
      lead={termsText(type)}
      aside={
        types.length > 1 && (
          <Choices
            label={t`Collateral`}
            choices={types.map((one) => ({ id: `${one.place}`, label: one.name }))}
            chosen={`${type.place}`}
            onChoose={(id) => choose(id ?? `${type.place}`)}
          />
        )
      }
    >
      <OneType key={type.place} collateral={collateral} person={person} type={type} />
      <p className="mt-4 border-t pt-3 text-sm">
        <Link
          href={`/collateral/vaults?of=${type.place}`}
          className="font-medium text-accent underline-offset-2 hover:underline"
        >
          {t`All vaults of ${type.name}, and yours`}
        </Link>
      </p>
    </Panel>
  )
}

function OneType({
  collateral,
  person,
  type,
}: {
  collateral: Collateral
  person: Person
  type: CollateralType
}) {
  const { state, parameters, firstDueAt } = type
  const unread = [state, parameters, firstDueAt].find((reading) => reading?.isKnown === false)
  if (unread?.isKnown === false)
    return <ErrorState reason={unread.reason} retry={() => window.location.reload()} />
  if (!state.isKnown || !parameters.isKnown || !firstDueAt?.isKnown) return null
  const { prices, rate } = state.value
  const from = { firstDueAt: firstDueAt.value, rate, at: collateral.timestamp }
  return <OpenForm {...{ collateral, person, type, base: newCase(parameters.value, prices, from) }} />
}

function termsText({ name, state, parameters }: CollateralType): string {
  const terms = knownValue(parameters)
  const current = knownValue(state)?.prices.current ?? 0n
  if (!terms) return t`Its terms could not be read.`
  const price = current === 0n ? t`There is no price of ${name}.` : t`1 ${name} is ${priceText(current)} USD.`
  return t`${price} The fee is ${feeYearText(terms.feeRay)} a year, the least debt ${tusdtText(terms.dust)} TUSDT.`
}

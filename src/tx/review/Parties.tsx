import type { Address } from 'viem'

import { AddressText } from '../../ui/AddressText'
import { Callout } from '../../ui/Callout'
import { isLookalike } from '../plan/lookalike'
import type { Plan } from '../plan/plan'
import { Section } from './Section'
import { t } from '../../words/t'

type Party = { readonly role: string; readonly label: string; readonly address: Address }

/** Everybody a plan speaks to, with whole addresses: what a person compares. trust.md D32, X13 */
export function Parties({ plan, explorerUrl }: { plan: Plan; explorerUrl: string | undefined }) {
  const parties = partiesOf(plan)
  const alike = parties.find(({ address }) => parties.some((other) => isLookalike(address, other.address)))
  return (
    <Section title={t`To whom`}>
      <ul className="grid gap-1.5">
        {parties.map(({ role, label, address }) => (
          <li key={`${role} ${address}`}>
            <span className="text-muted">{role}: </span>
            <AddressText address={address} label={label} explorerUrl={explorerUrl} isFull />
          </li>
        ))}
      </ul>
      {alike && (
        <Callout tone="danger" title={t`Two addresses look alike`}>
          {t`${alike.address} begins and ends like another one here. Compare every character.`}
        </Callout>
      )}
    </Section>
  )
}

function partiesOf(plan: Plan): readonly Party[] {
  const all = [
    { role: t`From`, label: t`your account`, address: plan.account },
    ...plan.acts.flatMap(({ call, spends, recipient }): Party[] => [
      { role: t`Contract`, label: call.label, address: call.address },
      // Always, also where it is the contract: what is approved, on which token, to whom. trust.md D32
      ...(spends
        ? [
            { role: t`Token`, label: spends.token.symbol, address: spends.token.address },
            { role: t`Spender`, label: spends.spenderLabel, address: spends.spender },
          ]
        : []),
      ...(recipient ? [{ role: t`Recipient`, label: t`another address`, address: recipient }] : []),
    ]),
  ]
  return all.filter(
    ({ role, address }, index) =>
      all.findIndex((other) => other.role === role && other.address === address) === index,
  )
}

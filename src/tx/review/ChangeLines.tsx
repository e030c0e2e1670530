import type { ReactNode } from 'react'
import { isAddressEqual } from 'viem'

import { useClient } from '../../chain/network'
import { displayAmount, exactText } from '../../math/amount'
import { Amount } from '../../ui/Amount'
import { Callout } from '../../ui/Callout'
import { Skeleton } from '../../ui/Skeleton'
import { agrees, assetKey, assetsOf, expectedChange, holdersOf } from '../rehearse/changes'
import type { Change } from '../rehearse/changes'
import type { Asset, Plan } from '../plan/plan'
import type { Rehearsal } from '../rehearse/rehearse'
import { Section } from './Section'
import { t } from '../../words/t'

/** What leaves and what arrives: as the chain rehearsed it, beside our own preview where they differ. */
export function ChangeLines({ plan, rehearsal }: { plan: Plan; rehearsal: Rehearsal | undefined }) {
  const { symbol: coinSymbol } = useClient().chain.nativeCurrency
  const isRehearsed = rehearsal !== undefined && rehearsal.couldNotKnow.length === 0
  const changes =
    isRehearsed || (rehearsal?.changes.length ?? 0) > 0 ? (rehearsal?.changes ?? []) : previewOf(plan)
  const leaves = changes.filter(({ rehearsed }) => rehearsed < 0n)
  const arrives = changes.filter(({ rehearsed }) => rehearsed >= 0n)
  const credits = plan.acts.flatMap((act) => act.credits ?? [])
  const unbounded = plan.acts.flatMap((act) => (act.unbounded ? [act.unbounded] : []))
  return (
    <>
      <Section title={t`What leaves`}>
        <Lines changes={leaves} plan={plan} />
        {leaves.length === 0 && <p className="text-muted">{t`No tokens leave.`}</p>}
      </Section>
      <Section title={t`What arrives`}>
        <Lines changes={arrives} plan={plan} />
        {credits.map((credit) => (
          <p key={credit} className="font-medium">
            {credit}
          </p>
        ))}
        {arrives.length + credits.length === 0 && <p className="text-muted">{t`No tokens arrive.`}</p>}
      </Section>
      {plan.bounds.length > 0 && (
        <Section title={t`Guaranteed by the contract`}>
          <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
            {plan.bounds.map(({ label, value }) => (
              <Line key={label} label={label}>
                {value}
              </Line>
            ))}
          </dl>
        </Section>
      )}
      {unbounded.length > 0 && (
        <Section title={t`Not guaranteed`}>
          <p>
            {t`The contract accepts no limit here: the result depends on its state when the transaction is included.`}
          </p>
          <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
            {unbounded.map((figure) => (
              <Line key={figure.label} label={t`${figure.label}, expected`}>
                {figure.asset ? exactText(figure.expected, figure.asset) : figure.expected.toString()}
              </Line>
            ))}
          </dl>
        </Section>
      )}
      {plan.notes !== undefined && plan.notes.length > 0 && (
        <Section title={t`Before you sign`}>
          {plan.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Section>
      )}
      <Section title={t`Network fee`}>
        {!rehearsal ? (
          <Skeleton />
        ) : rehearsal.feeWei === undefined ? (
          <p>{t`Not known before signing; the wallet will show it.`}</p>
        ) : (
          <p>
            <span>{t`About`} </span>
            <Amount
              value={rehearsal.feeWei}
              decimals={18}
              symbol={coinSymbol}
              maxFractionDigits={6}
              round="up"
            />
          </p>
        )}
      </Section>
      {rehearsal && rehearsal.couldNotKnow.length > 0 && (
        <Callout tone="warn" title={t`What could not be known`}>
          <ul className="list-disc ps-4">
            {rehearsal.couldNotKnow.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Callout>
      )}
    </>
  )
}

function Lines({ changes, plan }: { changes: readonly Change[]; plan: Plan }) {
  if (changes.length === 0) return null
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
      {changes.map(({ holder, asset, rehearsed, expected, least }) => (
        <Line
          key={`${holder} ${assetKey(asset)}`}
          label={isAddressEqual(holder, plan.account) ? t`Your account` : t`The recipient`}
        >
          {amountText(asset, rehearsed)}
          {!agrees({ rehearsed, expected, ...(least !== undefined && { least }) }) && (
            <span className="text-danger">{t`(expected ${amountText(asset, expected)})`}</span>
          )}
        </Line>
      ))}
    </dl>
  )
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="text-end font-medium">
        <bdi>{children}</bdi>
      </dd>
    </>
  )
}

function amountText(asset: Asset, amount: bigint): string {
  const decimals = asset.kind === 'erc721' ? 0 : asset.decimals
  const size = displayAmount(amount < 0n ? -amount : amount, decimals, { maxFractionDigits: decimals })
  return `${amount < 0n ? '−' : '+'}${size} ${asset.symbol}`
}

/** Our own preview, while the chain's is not there. */
function previewOf(plan: Plan): readonly Change[] {
  const all = new Set(plan.acts.keys())
  return holdersOf(plan).flatMap((holder) =>
    assetsOf(plan).flatMap((asset): Change[] => {
      const expected = expectedChange(plan, all, holder, asset)
      return expected === 0n ? [] : [{ holder, asset, expected, rehearsed: expected }]
    }),
  )
}

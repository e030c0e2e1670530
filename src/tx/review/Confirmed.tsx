import { Callout } from '../../ui/Callout'
import { Disclosure } from '../../ui/Disclosure'
import type { Confirmation } from '../rehearse/confirm'
import type { ShownConfirmation } from '../rehearse/confirm-shown'
import { Section } from './Section'
import { rich } from '../../words/rich'
import { plural, t } from '../../words/t'

type ConfirmedProps = { confirmation: Confirmation | undefined; shown: ShownConfirmation | undefined }

/** Who says that what the plan rests on is so; plainly, when it is one source only. trust.md D38 */
export function Confirmed({ confirmation, shown }: ConfirmedProps) {
  const isConfirmed = confirmation !== undefined && confirmation.agreeing.length > 0
  if (!isConfirmed && (!shown || shown.problem)) return null
  return (
    <Section title={t`Who confirms it`}>
      {isConfirmed && <Facts confirmation={confirmation} />}
      {shown && !shown.problem && <Figures shown={shown} />}
    </Section>
  )
}

function Facts({ confirmation }: { confirmation: Confirmation }) {
  const { agreeing, silent, facts, blockNumber } = confirmation
  const [only] = agreeing
  const others = sentences(silent)
  return (
    <>
      {agreeing.length > 1 ? (
        <p>
          {t`${agreeing.join(t` and `)} say the same of what this rests on, at block ${blockNumber}.`}
          {others}
        </p>
      ) : (
        <Callout tone="warn" title={t`Only one source says so`}>
          {rich`Whom this pays and with which token rests on the word of ${only} alone: nobody else confirmed it.`}
          {others} {t`If that node lies, this page can’t tell. Another node can be added in the settings.`}
        </Callout>
      )}
      <Disclosure summary={t`What this rests on`}>
        <ul className="list-disc ps-4 text-muted">
          {facts.map((fact) => (
            <li key={fact}>{fact}.</li>
          ))}
        </ul>
      </Disclosure>
    </>
  )
}

/** The figures that the person decided by. */
function Figures({ shown: { agreeing, silent, calls, blockNumber } }: { shown: ShownConfirmation }) {
  if (agreeing.length > 1)
    return (
      <p>
        {t`${agreeing.join(t` and `)} also give the same figures as this page was drawn from: ${plural(calls, '{n} answer', '{n} answers')} at block ${blockNumber}, byte for byte.`}
        {sentences(silent)}
      </p>
    )
  return (
    <p>
      {silent.length === 0
        ? t`The figures on this page are the word of one node: no other is configured to compare them with.`
        : t`No second node confirms the figures on this page.`}
      {sentences(silent)}
    </p>
  )
}

function sentences(silent: readonly string[]): string {
  return silent.map((half) => ` ${half.charAt(0).toUpperCase()}${half.slice(1)}.`).join('')
}

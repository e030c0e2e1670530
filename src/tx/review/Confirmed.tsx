import { Callout } from '../../ui/Callout'
import { Disclosure } from '../../ui/Disclosure'
import type { Confirmation } from '../rehearse/confirm'
import { Section } from './Section'
import { rich } from '../../words/rich'
import { t } from '../../words/t'

/** Who says that what the plan rests on is so; plainly, when it is one source only. trust.md D38 */
export function Confirmed({ confirmation }: { confirmation: Confirmation | undefined }) {
  if (!confirmation || confirmation.agreeing.length === 0) return null
  const { agreeing, silent, facts, blockNumber } = confirmation
  const [only] = agreeing
  const others = silent
    .map((sentence) => ` ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`)
    .join('')
  return (
    <Section title={t`Who confirms it`}>
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
    </Section>
  )
}

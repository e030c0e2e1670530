import { useId, useState } from 'react'

import { configuredContracts } from '../chain/contracts'
import { useNetwork } from '../chain/network'
import { useChainSeconds } from '../chain/use-block'
import { sinceGate } from '../form/payout-gates'
import { useActionForm } from '../form/use-action-form'
import { ActionButton } from '../ui/ActionButton'
import { kinds } from './kinds'
import { openWords, type ProposeProps } from './propose'
import { ProposeForm } from './ProposeForm'
import { Weights } from './TrusteeTable'
import { readTrustees, trusteesText } from './trustees-entry'
import { usePlanContext } from './use-plan-context'
import { proposeWeights } from './vote-plans'
import { t } from '../words/t'

/** Who votes, and with how much weight: the whole list at once. rules.md S18 */
export function WeightsForm({ silos, person, opensAt, board }: ProposeProps) {
  const id = useId()
  const now = useChainSeconds()
  const network = useNetwork()
  const context = usePlanContext(silos, person)
  const current = board && trusteesText(board.accounts, board.weights)
  const [typed, setTyped] = useState<string>()
  const text = typed ?? current ?? ''
  const { account } = person
  const known = configuredContracts(network).map(({ place, address }) => ({ address, label: place }))
  const read = account === undefined ? undefined : readTrustees(text, account, known)
  const isOther = read?.isOk === true && trusteesText(read.accounts, read.weights) !== current
  const form = useActionForm({
    person,
    kind: kinds.propose,
    context: context && board && { ...context, board },
    gates: [
      sinceGate(t`Proposals are open`, opensAt, now, openWords),
      {
        label: t`Other trustees`,
        isMet: isOther,
        detail:
          read?.isOk === false
            ? read.problem
            : isOther
              ? t`They would change.`
              : t`These are the current trustees.`,
      },
    ],
    plan: (who) => (isOther ? proposeWeights(who, read, who.board) : undefined),
  })
  return (
    <ProposeForm
      title={t`Propose other trustees`}
      lead={t`The whole list: who is not on it has no vote after it. It needs a vote, and then waits for its public delay.`}
    >
      <div className="grid gap-1">
        <label htmlFor={id} className="text-xs font-medium text-muted">
          {t`One trustee a line: address and weight`}
        </label>
        <textarea
          id={id}
          rows={5}
          spellCheck={false}
          autoComplete="off"
          value={text}
          aria-invalid={read?.isOk === false}
          aria-describedby={`${id}-note`}
          className="w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 py-2 font-mono text-xs break-all"
          onChange={({ target }) => setTyped(target.value)}
        />
        <p id={`${id}-note`} aria-live="polite" className="text-xs text-danger">
          {read?.isOk === false && read.problem}
        </p>
      </div>
      {isOther && <Weights caption={t`Trustees after it`} accounts={read.accounts} weights={read.weights} />}
      <ActionButton label={t`Propose these trustees`} variant="secondary" {...form} />
    </ProposeForm>
  )
}

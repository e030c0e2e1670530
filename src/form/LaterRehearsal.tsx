import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Address } from 'viem'

import { useClient } from '../chain/network'
import { reasonOf } from '../chain/reason'
import type { ContractCall } from '../tx/plan/plan'
import { Button } from '../ui/Button'
import { inTime } from '../ui/chunk'
import { ErrorState } from '../ui/ErrorState'
import { t } from '../words/t'

type LaterRehearsalProps = {
  account: Address
  system: string
  calls: readonly ContractCall[]
  /** Unix seconds of the block that never happens; undefined for the next one. */
  atSeconds: bigint | undefined
  /** What is rehearsed, and for when; beside the button. */
  lead: ReactNode
  isSmall?: boolean
  /** Shows what each call returned, in their order. */
  children: (values: readonly unknown[]) => ReactNode
}

type Answer =
  | { readonly status: 'asking' }
  | { readonly status: 'said'; readonly values: readonly unknown[] }
  | { readonly status: 'failed'; readonly reason: string }

/** The contract's own answer for a later date: calls made one after the other in a block that never happens. */
export function LaterRehearsal(props: LaterRehearsalProps) {
  const { account, lead, isSmall = false, children } = props
  const client = useClient()
  // An answer is about the account that was asked for.
  const [asked, setAsked] = useState<{ readonly account: Address; readonly answer: Answer }>()
  const answer = asked?.account === account ? asked.answer : undefined
  const isAsking = answer?.status === 'asking'
  const ask = async () => {
    setAsked({ account, answer: { status: 'asking' } })
    setAsked({ account, answer: await answerOf(client, props) })
  }
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        {lead}
        <Button
          {...(isSmall && { size: 'small' as const })}
          aria-disabled={isAsking}
          onClick={isAsking ? undefined : () => void ask()}
        >
          {isAsking ? t`Asking…` : t`Ask the contract`}
        </Button>
      </div>
      <div aria-live="polite">
        {answer?.status === 'failed' && (
          <ErrorState title={t`The contract could not be asked`} reason={answer.reason} />
        )}
        {answer?.status === 'said' && <div>{children(answer.values)}</div>}
      </div>
    </div>
  )
}

async function answerOf(
  client: ReturnType<typeof useClient>,
  { account, system, calls, atSeconds }: LaterRehearsalProps,
): Promise<Answer> {
  try {
    const { simulateCalls } = await inTime(import('../tx/rehearse/simulate'))
    const said = await simulateCalls(client, { account, system, calls, atSeconds })
    if (!said.isSupported) return { status: 'failed', reason: said.reason.detail }
    const values: unknown[] = []
    for (const result of said.results) {
      if (!result.isOk) return { status: 'failed', reason: result.error.detail }
      values.push(result.value)
    }
    return { status: 'said', values }
  } catch (error) {
    return { status: 'failed', reason: t`It could not be asked: ${reasonOf(error)}` }
  }
}

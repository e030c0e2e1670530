import type { ReactNode } from 'react'
import type { Address } from 'viem'

import { EachSystem } from '../system/EachSystem'
import type { OverviewPart } from '../system/overview'
import type { System } from '../system/system'
import type { LoadedPart } from '../system/use-parts'
import type { AccountAnswers } from './account-answers'

type EachAccountProps = {
  accounts: readonly { readonly account: Address; readonly who?: string }[]
  parts: readonly LoadedPart<OverviewPart>[]
  told?: readonly AccountAnswers[]
  children: (told: readonly AccountAnswers[]) => ReactNode
}

const useOverviewOf = (part: OverviewPart, _: System, account: Address) => part.useOverview(account)

/** Asks all systems of one account after the other, and hands on what they say of all of them. */
export function EachAccount({ accounts, parts, told = [], children }: EachAccountProps): ReactNode {
  const [first, ...rest] = accounts
  if (!first) return children(told)
  return (
    <EachSystem key={first.account} parts={parts} useView={useOverviewOf} context={first.account}>
      {(answers) => (
        <EachAccount accounts={rest} parts={parts} told={[...told, { ...first, answers }]}>
          {children}
        </EachAccount>
      )}
    </EachSystem>
  )
}

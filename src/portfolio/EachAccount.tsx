import type { ReactNode } from 'react'
import type { Address } from 'viem'

import { RuntimeContext, useRuntime } from '../chain/network'
import { OneNode } from '../chain/OneNode'
import type { Runtime } from '../chain/runtime'
import { EachSystem } from '../system/EachSystem'
import type { OverviewPart } from '../system/overview'
import type { System } from '../system/system'
import type { LoadedPart } from '../system/use-parts'
import type { AccountAnswers } from './account-answers'
import { useWatched } from './watched'

type EachAccountProps = {
  accounts: readonly { readonly account: Address; readonly who?: string }[]
  parts: readonly LoadedPart<OverviewPart>[]
  children: (told: readonly AccountAnswers[]) => ReactNode
}

const useOverviewOf = (part: OverviewPart, _: System, account: Address) => part.useOverview(account)

/** Asks all systems of one account after the other, and hands on what they say of all of them. */
export function EachAccount(props: EachAccountProps) {
  return <Next {...props} isWatched={useWatched() !== undefined} whole={useRuntime()} told={[]} />
}

type NextProps = EachAccountProps & {
  isWatched: boolean
  whole: Runtime
  told: readonly AccountAnswers[]
}

function Next({ accounts, told, children, ...world }: NextProps): ReactNode {
  const { parts, isWatched, whole } = world
  const [first, ...rest] = accounts
  if (!first) return children(told)
  const asked = (
    <EachSystem key={first.account} parts={parts} useView={useOverviewOf} context={first.account}>
      {(answers) => (
        <RuntimeContext value={whole}>
          <Next {...world} accounts={rest} told={[...told, { ...first, answers }]}>
            {children}
          </Next>
        </RuntimeContext>
      )}
    </EachSystem>
  )
  return isWatched ? <OneNode account={first.account}>{asked}</OneNode> : asked
}

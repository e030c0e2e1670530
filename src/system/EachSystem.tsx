import type { ReactNode } from 'react'

import type { System } from './system'
import type { Failure, LoadedPart } from './use-parts'

/** What a system answered. */
export type Answer<View> = { readonly system: System; readonly view: View }

type EachSystemProps<Part, View, Context> = {
  parts: readonly LoadedPart<Part>[]
  /** Calls the part's hook. */
  useView: (part: Part, system: System, context: Context) => View
  /** What the hook needs besides: a person, an account. */
  context: Context
  answers?: readonly Answer<View | Failure>[]
  children: (answers: readonly Answer<View | Failure>[]) => ReactNode
}

/** Asks one system after the other by its own hook, each in a component of its own, and hands on all the answers. */
export function EachSystem<Part, View, Context>(props: EachSystemProps<Part, View, Context>): ReactNode {
  const { parts, useView, context, answers = [], children } = props
  const [first, ...rest] = parts
  if (!first) return children(answers)
  const { system } = first
  const goOn = (view: View | Failure) => (
    <EachSystem parts={rest} useView={useView} context={context} answers={[...answers, { system, view }]}>
      {children}
    </EachSystem>
  )
  if (first.failure) return goOn(first.failure)
  return (
    <Ask part={first.part} system={system} useView={useView} context={context}>
      {goOn}
    </Ask>
  )
}

function Ask<Part, View, Context>(props: {
  part: Part
  system: System
  useView: (part: Part, system: System, context: Context) => View
  context: Context
  children: (view: View) => ReactNode
}) {
  const { part, system, useView, context, children } = props
  return children(useView(part, system, context))
}

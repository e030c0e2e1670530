import type { Address } from 'viem'

import type { Answer } from '../system/EachSystem'
import type { OverviewView, Todo } from '../system/overview'

/** What all systems say of an account. */
export type AccountAnswers = {
  readonly account: Address
  /** What the person calls it; absent where it is the only one on the page. */
  readonly who?: string
  readonly answers: readonly Answer<OverviewView>[]
}

/** Whether any system is still being read for any of them. */
export const isReading = (told: readonly AccountAnswers[]): boolean =>
  told.some(({ answers }) => answers.some(({ view }) => view.status === 'loading'))

/** The systems of which this is meant, for any of the accounts: each once, by name. */
export function namesOf(
  told: readonly AccountAnswers[],
  isMeant: (view: OverviewView) => boolean,
): readonly string[] {
  const names = told.flatMap(({ answers }) =>
    answers.filter(({ view }) => isMeant(view)).map(({ system }) => system.name),
  )
  return [...new Set(names)]
}

/** A todo, and which system of which account it is of: "Backstop", or "Backstop, Savings". */
export type SystemTodo = Todo & { readonly system: string }

/** What can be done for each of them. An invitation is one, whoever takes it. */
export function todosIn(told: readonly AccountAnswers[]): readonly SystemTodo[] {
  return told.flatMap(({ account, who, answers }, index) =>
    answers.flatMap(({ system, view }) =>
      (view.status === 'ready' ? view.todos : [])
        .filter(({ isOffer = false }) => !isOffer || index === 0)
        .map((todo) => ({
          ...todo,
          key: `${account} ${system.id} ${todo.key}`,
          system: who === undefined || todo.isOffer === true ? system.name : `${system.name}, ${who}`,
        })),
    ),
  )
}

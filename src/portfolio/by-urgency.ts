import type { Todo } from '../system/overview'

/**
 * The todos of all systems: what becomes void first, soonest first; then what waits for the person; invitations last.
 * What is as urgent as another keeps its place.
 */
export function byUrgency(todos: readonly Todo[]): readonly Todo[] {
  return todos.toSorted((a, b) => {
    const [first, second] = [rankOf(a), rankOf(b)]
    if (first !== second || a.voidAt === undefined || b.voidAt === undefined) return first - second
    return a.voidAt < b.voidAt ? -1 : a.voidAt > b.voidAt ? 1 : 0
  })
}

function rankOf({ voidAt, isOffer = false }: Todo): number {
  if (voidAt !== undefined) return 0
  return isOffer ? 2 : 1
}

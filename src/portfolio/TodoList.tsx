import { Link } from 'wouter'

import { useChainSeconds } from '../chain/use-block'
import { displayDuration } from '../math/time'
import { classes } from '../ui/classes'
import { Folded } from '../ui/Folded'
import { Icon } from '../ui/Icon'
import type { SystemTodo } from './account-answers'
import { t } from '../words/t'

/** So many on a narrow screen, so that what comes next is a swipe away. */
const AT_ONCE = 4

/** Each with the place to do it at; the first is the most urgent. */
export function TodoList({ todos }: { todos: readonly SystemTodo[] }) {
  const now = useChainSeconds()
  const rows = todos.map((todo, index) => <Row key={todo.key} todo={todo} now={now} isFirst={index === 0} />)
  const rest = rows.slice(AT_ONCE)
  return (
    <div className="-my-2 divide-y divide-line">
      <ul className="divide-y divide-line">{rows.slice(0, AT_ONCE)}</ul>
      {rest.length > 0 && (
        <div className="max-sm:py-2.5">
          <Folded what={t`the other ${rest.length}`}>
            <ul className="divide-y divide-line">{rest}</ul>
          </Folded>
        </div>
      )}
    </div>
  )
}

function Row({ todo, now, isFirst }: { todo: SystemTodo; now: bigint | undefined; isFirst: boolean }) {
  const { what, why, href, action, system, isDanger = false, voidAt, amount } = todo
  const left = voidAt !== undefined && now !== undefined && voidAt > now ? voidAt - now : undefined
  const icon = isDanger ? 'warn' : voidAt === undefined ? undefined : 'calendar'
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      {/* With large text on a phone the link goes below: beside it no line would hold a long word. */}
      <span className="flex min-w-0 flex-1 basis-48 flex-wrap items-center justify-between gap-x-4">
        <span className="flex min-w-0 flex-1 basis-40 gap-2">
          {icon && <Icon name={icon} className={classes('mt-0.5', isDanger ? 'text-danger' : 'text-warn')} />}
          <span className="min-w-0">
            <span className="font-medium">{what}</span>
            <span className="block text-xs text-muted">
              {system}. {why}
            </span>
          </span>
        </span>
        <span
          translate="no"
          className={classes(
            'max-sm:basis-full max-sm:text-xs sm:text-end',
            icon && 'max-sm:ps-6',
            isDanger ? 'text-danger' : 'text-muted',
          )}
        >
          {left === undefined ? amount : t`${displayDuration(left)} left`}
        </span>
      </span>
      <Link
        href={href}
        aria-label={`${action}: ${what}, ${why}`}
        className={classes(
          'inline-flex min-h-11 items-center justify-center rounded-md border px-3 text-sm font-medium whitespace-nowrap sm:min-h-9 sm:min-w-24',
          isFirst
            ? 'border-transparent bg-accent text-accent-ink hover:bg-accent/90'
            : 'border-line-strong/60 hover:bg-sunken',
        )}
      >
        {action}
      </Link>
    </li>
  )
}

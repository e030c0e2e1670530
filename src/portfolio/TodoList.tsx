import { Link } from 'wouter'

import type { Todo } from '../system/overview'

/** Each with the page to do it on. */
export function TodoList({ todos }: { todos: readonly Todo[] }) {
  return (
    <ul className="-my-2 divide-y divide-line">
      {todos.map(({ key, what, why, href, action }) => (
        <li key={key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
          {/* With large text on a phone the link goes below: beside it no line would hold a long word. */}
          <span className="min-w-0 flex-1 basis-48">
            <span className="font-medium">{what}</span>
            <span className="block text-xs text-muted">{why}</span>
          </span>
          <Link
            href={href}
            aria-label={`${action}: ${what}, ${why}`}
            className="inline-flex min-h-11 items-center rounded-md border border-line-strong/60 px-3 text-sm font-medium whitespace-nowrap hover:bg-sunken sm:min-h-9"
          >
            {action}
          </Link>
        </li>
      ))}
    </ul>
  )
}

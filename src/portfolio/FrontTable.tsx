import type { ReactNode } from 'react'
import { Link } from 'wouter'

import type { Answer } from '../system/EachSystem'
import type { FrontNow, FrontView } from '../system/front'
import type { Failure, LoadedPart } from '../system/use-parts'
import type { FrontPart } from '../system/front'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Skeleton } from '../ui/Skeleton'
import { tableRoles } from '../ui/table-roles'
import { rich } from '../words/rich'
import { t } from '../words/t'

type FrontTableProps = {
  answers: readonly Answer<FrontView | Failure>[]
  parts: readonly LoadedPart<FrontPart>[]
}

/** The systems as rows, so that what they pay and cost is compared down a column; blocks on a narrow screen. */
export function FrontTable({ answers, parts }: FrontTableProps) {
  return (
    <section aria-label={t`The systems`} className="rounded-lg border bg-surface">
      <table {...tableRoles.table} className="w-full max-md:block">
        <thead {...tableRoles.group} className="max-md:sr-only">
          <tr {...tableRoles.row} className="border-b text-xs text-muted">
            {[t`System`, t`You earn`, t`You can lose`, t`Now`].map((name) => (
              <th
                key={name}
                scope="col"
                {...tableRoles.columnHeader}
                className="px-edge py-2.5 text-start font-medium"
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...tableRoles.group} className="divide-y divide-line max-md:block">
          {answers.map(({ system, view }, index) => (
            <tr
              key={system.id}
              {...tableRoles.row}
              className="align-top max-md:flex max-md:flex-wrap max-md:gap-x-3 max-md:gap-y-1.5 max-md:px-edge max-md:py-3"
            >
              <th
                scope="row"
                {...tableRoles.rowHeader}
                className="text-start font-normal max-md:-order-2 max-md:min-w-0 max-md:grow max-md:basis-40 md:w-[21%] md:px-edge md:py-3.5"
              >
                <Link
                  href={system.pages[0].path}
                  className="text-base font-semibold text-accent underline-offset-2 hover:underline"
                >
                  {system.name}
                </Link>
                <div className="text-muted">{parts[index]?.part?.what ?? system.lead}</div>
              </th>
              <Says label={t`You earn`}>{'now' in view && view.earn}</Says>
              <Says label={t`You can lose`}>{'now' in view && view.lose}</Says>
              <td
                {...tableRoles.cell}
                className="max-md:-order-1 max-md:basis-36 max-md:text-end md:w-[18%] md:px-edge md:py-3.5"
              >
                <Now name={system.name} now={'now' in view ? view.now : view} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Says({ label, children }: { label: string; children: ReactNode }) {
  return (
    <td
      {...tableRoles.cell}
      className="max-md:flex max-md:basis-full max-md:flex-wrap max-md:gap-x-2 md:px-edge md:py-3.5"
    >
      <span aria-hidden="true" className="basis-20 text-xs leading-5 text-muted md:hidden">
        {label}
      </span>
      <div className="min-w-0 flex-1 basis-40 text-pretty">{children}</div>
    </td>
  )
}

function Now({ name, now }: { name: string; now: FrontNow }) {
  if (now.status === 'loading')
    return (
      <div role="status">
        <span className="sr-only">{t`Reading ${name}`}</span>
        <Skeleton className="h-6 w-28" />
      </div>
    )
  if (now.status === 'error')
    return (
      <div className="grid justify-items-start gap-1 max-md:justify-items-end">
        <Badge tone="warn">{t`Can’t be read now`}</Badge>
        <span className="text-xs text-muted">{now.reason}</span>
        <Button size="small" onClick={now.retry}>
          {rich`Try again${(<span className="sr-only">{t` to read ${name}`}</span>)}`}
        </Button>
      </div>
    )
  return (
    <div translate="no">
      <div className="text-lg leading-snug font-semibold tracking-tight max-md:text-base">{now.answer}</div>
      <div className="text-xs text-muted">{now.rest}</div>
      {now.isStale && <Badge tone="warn">{t`May be out of date`}</Badge>}
    </div>
  )
}

import { useDeferredValue, useMemo, useState } from 'react'
import type { Told } from '../chain/told'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { CallRows } from '../ui/SourceDetails'
import { answerText, callText, isFound } from './sheet-row'
import { t } from '../words/t'

/** So many are looked through at a glance. */
const FEW = 10
const PAGE = 50

/** The rows of a reading sheet: one line each, and everything about a call once its line is opened. */
export function Sheet({ rows, newest }: { rows: readonly Told[]; newest: bigint }) {
  const [text, setText] = useState('')
  const [count, setCount] = useState(PAGE)
  const looked = useDeferredValue(text)
  const found = useMemo(() => rows.filter((row) => isFound(row, looked)), [rows, looked])
  return (
    <>
      {rows.length > FEW && (
        <input
          type="search"
          aria-label={t`Find a call by contract, function, address, rule or a number on the page`}
          placeholder={t`Contract, function, address, rule or number`}
          value={text}
          className="mb-2 min-h-11 w-full rounded-md border border-line-strong bg-surface px-2.5 text-sm sm:min-h-9"
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {found.length === 0 && <p className="py-6 text-center text-sm text-muted">{t`No call matches.`}</p>}
      <ul aria-label={t`Calls`} className="divide-y divide-line border-y">
        {found.slice(0, count).map((told) => (
          <Row
            key={`${told.block.number} ${told.reading.source.contract} ${callText(told)}`}
            told={told}
            isOlder={told.block.number !== newest}
          />
        ))}
      </ul>
      {found.length > count && (
        <div className="mt-3 text-center">
          <Button onClick={() => setCount(count + PAGE)}>
            {t`Show ${Math.min(PAGE, found.length - count)} more of ${found.length}`}
          </Button>
        </div>
      )}
    </>
  )
}

function Row({ told, isOlder }: { told: Told; isOlder: boolean }) {
  const [isOpen, setIsOpen] = useState(false)
  const { reading, block } = told
  return (
    <li>
      <details className="group" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className="grid min-h-11 list-none items-center gap-x-3 py-1.5 text-sm hover:bg-sunken/60 sm:min-h-9 sm:grid-cols-[1fr_1.5fr_1.5fr] [&::-webkit-details-marker]:hidden">
          <span className="flex min-w-0 items-center gap-1.5">
            <Icon
              name="chevron"
              className="size-3.5 -rotate-90 text-accent transition-transform group-open:rotate-0 rtl:group-[:not([open])]:rotate-90"
            />
            <bdi className="min-w-0 truncate">{reading.source.label}</bdi>
            {isOlder && (
              <span className="shrink-0 text-xs text-muted">{t`block ${block.number.toString()}`}</span>
            )}
          </span>
          <code
            className="max-w-full min-w-0 justify-self-start truncate text-xs text-muted max-sm:mx-5"
            dir="ltr"
          >
            {callText(told)}
          </code>
          <code
            className="max-w-full min-w-0 justify-self-start truncate text-xs max-sm:mx-5 sm:justify-self-end"
            dir="ltr"
          >
            {answerText(told)}
          </code>
        </summary>
        {isOpen && (
          <div className="pb-3 ps-5 text-xs">
            <CallRows source={reading.source}>
              {reading.source.rule !== undefined && (
                <>
                  <dt className="text-muted">{t`Rule`}</dt>
                  <dd>{reading.source.rule}</dd>
                </>
              )}
            </CallRows>
          </div>
        )}
      </details>
    </li>
  )
}

import { Link } from 'wouter'

import { useDated } from '../chain/use-dated'
import { displayDateTime } from '../math/time'
import { TransactionLink } from '../tx/follow/TransactionLink'
import { AddressText } from '../ui/AddressText'
import { Amount } from '../ui/Amount'
import { Button } from '../ui/Button'
import { Table } from '../ui/Table'
import { useShownCount } from '../ui/use-shown-count'
import type { ToldEvent } from './activity'
import { t } from '../words/t'

const PAGE = 10
const signs = { in: '+', out: '−', none: '' } as const

/** Events, newest first, a page at a time. */
export function EventTable({
  caption,
  events,
  empty,
  explorerUrl,
}: {
  caption: string
  events: readonly ToldEvent[]
  empty: string
  explorerUrl: string | undefined
}) {
  const [count, showMore] = useShownCount(PAGE)
  const more = events.length - count
  const shown = useDated(events.slice(0, count))
  return (
    <>
      <Table
        caption={caption}
        isCaptionHidden
        rows={shown}
        getKey={({ key }) => key}
        empty={empty}
        columns={[
          {
            header: t`What`,
            isRowHeader: true,
            cell: ({ what, place, recipient, by }) => (
              <>
                <span className="sm:inline-block sm:min-w-48">{what}</span>{' '}
                {place && (
                  <Link
                    href={place.href}
                    className="font-normal text-accent underline-offset-2 hover:underline"
                  >
                    {place.name}
                  </Link>
                )}
                <Other word={t`to`} address={recipient} explorerUrl={explorerUrl} />
                <Other word={t`by`} address={by} explorerUrl={explorerUrl} />
              </>
            ),
          },
          {
            header: t`When`,
            cell: ({ time, blockNumber }) => (
              <span className="text-muted">
                {time === undefined ? t`Block ${blockNumber}` : displayDateTime(time)}
              </span>
            ),
          },
          {
            header: t`Amount`,
            align: 'end',
            cell: ({ amounts }) =>
              amounts.length === 0 ? (
                '–'
              ) : (
                // As wide as they are, for where the page runs from right to left and they do not.
                <span className="inline-block">
                  {amounts.map(({ field, direction, value, decimals, unit, shownDigits = 2 }) => (
                    <span key={field} className="block">
                      {signs[direction]}
                      <Amount
                        value={value}
                        decimals={decimals}
                        symbol={unit}
                        maxFractionDigits={shownDigits}
                      />
                    </span>
                  ))}
                </span>
              ),
          },
          {
            header: t`Transaction`,
            align: 'end',
            cell: ({ hash }) => <TransactionLink hash={hash} explorerUrl={explorerUrl} />,
          },
        ]}
      />
      {more > 0 && (
        <div>
          <Button size="small" onClick={showMore}>
            {t`Show ${more < PAGE ? more : PAGE} more of ${events.length}`}
          </Button>
        </div>
      )}
    </>
  )
}

function Other({
  word,
  address,
  explorerUrl,
}: {
  word: string
  address: ToldEvent['by']
  explorerUrl: string | undefined
}) {
  if (address === undefined) return null
  return (
    <span className="block text-xs font-normal text-muted">
      {word} <AddressText address={address} explorerUrl={explorerUrl} />
    </span>
  )
}

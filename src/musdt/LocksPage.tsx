import { useMemo, useState } from 'react'
import { Link } from 'wouter'

import { musdtLockedNftAbi } from '../../abis/MusdtLockedNft'
import { read } from '../chain/read'
import { useChainSeconds } from '../chain/use-block'
import { useSnapshot } from '../chain/use-snapshot'
import { knownValue } from '../math/reading'
import type { Person } from '../chain/use-person'
import { Button } from '../ui/Button'
import { Callout } from '../ui/Callout'
import { Countdown } from '../ui/Countdown'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { PageLoading } from '../ui/PageLoading'
import { Stat, StatGrid } from '../ui/Stat'
import { Term } from '../ui/Term'
import { useShownCount } from '../ui/use-shown-count'
import { useUrlChoice } from '../ui/use-url-choice'
import { LockCard } from './LockCard'
import { byUnlockTime, byValue, lockTotals } from './lock-view'
import { terms } from './terms'
import { LOCKS_AT_ONCE } from './snapshot'
import type { Lock, Vault } from './snapshot'
import { VaultFrame } from './VaultFrame'
import { amountText } from '../math/amount'
import { rich } from '../words/rich'
import { plural, t } from '../words/t'

export default function LocksPage() {
  const [most, setMost] = useState(LOCKS_AT_ONCE)
  return (
    <VaultFrame
      title={t`mUSDT locks`}
      lead={t`Each lock is an mNFT: whoever holds it can unlock its mUSDT once the lock ends.`}
      mostLocks={most}
      whatConnectingShows={t`Connect a wallet to see the mNFTs it holds, what they are worth, and when they unlock.`}
    >
      {({ vault, person, locks }) => {
        if (!locks) return <PageLoading />
        if (!locks.isKnown) return <ErrorState title={t`The locks could not be read`} reason={locks.reason} />
        return (
          <LockList
            vault={vault}
            person={person}
            locks={locks.value}
            onMore={() => setMost(most + LOCKS_AT_ONCE)}
          />
        )
      }}
    </VaultFrame>
  )
}

/** Shown at once, each with its picture read from the chain. */
const PAGE = 12

type LockListProps = { vault: Vault; person: Person; locks: readonly Lock[]; onMore: () => void }

function LockList({ vault, person, locks, onMore }: LockListProps) {
  const [count, showMore] = useShownCount(PAGE)
  const [isByTime, setIsByTime] = useState(false)
  const [chosen, choose] = useUrlChoice('lock')
  const one = locks.find(({ id }) => `${id}` === chosen)
  const sorted = isByTime ? byUnlockTime(locks) : byValue(locks, vault.timestamp)
  const shown = one ? [one] : sorted.slice(0, count)
  const pictures = usePictures(vault, shown)
  const held = knownValue(vault.holder)?.lockCount
  const isCut = held !== undefined && held > BigInt(locks.length)
  if (locks.length === 0)
    return (
      <EmptyState
        title={t`No locks`}
        action={
          <Link href="/musdt" className="font-medium text-accent hover:underline">
            {t`Mint mUSDT with a lock`}
          </Link>
        }
      >{rich`This account holds no ${(<Term of={terms.mNft} />)}. A locked deposit earns a discount, and its mNFT appears here.`}</EmptyState>
    )
  return (
    <>
      {isCut ? (
        <Callout
          tone="warn"
          title={plural(held, 'This account holds {n} mNFT', 'This account holds {n} mNFTs')}
          action={
            <Button size="small" onClick={onMore}>
              {t`Read more`}
            </Button>
          }
        >
          {t`${locks.length} of them have been read, and there are no totals until all are. Anyone can send you mNFTs; the rest are as safe as these.`}
        </Callout>
      ) : (
        <LockTotals vault={vault} locks={locks} />
      )}
      {!one && locks.length > 1 && (
        <div>
          <Button size="small" onClick={() => setIsByTime(!isByTime)}>
            {isByTime ? t`Sort by value` : t`Sort by unlock time`}
          </Button>
        </div>
      )}
      {one && locks.length > 1 && (
        <p className="flex flex-wrap items-center gap-3 text-sm text-muted" role="status">
          <span>{t`Only mNFT ${one.id.toString()} is shown.`}</span>
          <Button size="small" onClick={() => choose(undefined)}>
            {plural(locks.length, 'Show all {n} locks', 'Show all {n} locks')}
          </Button>
        </p>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {shown.map((lock) => (
          <LockCard
            key={lock.id.toString()}
            lock={lock}
            vault={vault}
            person={person}
            tokenUri={pictures.get(lock.id)}
          />
        ))}
      </div>
      {!one && shown.length < locks.length && (
        <div className="text-center">
          <Button onClick={showMore}>{t`Show more (${locks.length - shown.length})`}</Button>
        </div>
      )}
    </>
  )
}

function LockTotals({ vault, locks }: { vault: Vault; locks: readonly Lock[] }) {
  const now = useChainSeconds()
  const { asset } = vault.identity
  const { value, discount, unlockable, nextUnlock } = lockTotals(locks, vault.readings.price, now)
  return (
    <StatGrid columns={3}>
      <Stat label={t`Locked value now`} hint={plural(locks.length, 'In {n} lock', 'In {n} locks')}>
        {value === undefined ? t`Unavailable` : amountText(value, asset)}
      </Stat>
      <Stat label={t`Discount earned`}>{amountText(discount, asset)}</Stat>
      <Stat
        label={t`Next unlock`}
        {...(unlockable !== undefined &&
          unlockable > 0 && {
            hint: t`${unlockable} can be unlocked now`,
          })}
      >
        {nextUnlock === undefined ? (
          unlockable === undefined ? (
            t`Not known yet`
          ) : (
            t`All can be unlocked`
          )
        ) : (
          <Countdown to={nextUnlock} now={now} />
        )}
      </Stat>
    </StatGrid>
  )
}

/** Drawings change with every block: the dial fills. Read only for what is shown. */
function usePictures({ identity }: Vault, shown: readonly Lock[]) {
  const { nft } = identity
  const ids = shown.map(({ id }) => id.toString()).join()
  const tree = useMemo(
    () =>
      ids === ''
        ? undefined
        : ids.split(',').map((id) =>
            read({
              address: nft,
              label: 'mNFT',
              abi: musdtLockedNftAbi,
              functionName: 'tokenURI',
              isDocument: true,
              args: [BigInt(id)],
            }),
          ),
    [nft, ids],
  )
  const pictures = useSnapshot('musdt.pictures', tree)
  const readings = pictures.status === 'ready' ? pictures.snapshot.data : []
  return new Map(readings.map((reading) => [reading.source.args[0] as bigint, reading]))
}

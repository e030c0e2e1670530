import type { Reading } from '../math/reading'
import { Skeleton } from '../ui/Skeleton'
import { pictureOf } from './picture'
import { t } from '../words/t'

type LockPictureProps = {
  id: bigint
  /** Undefined while it is being read. */
  tokenUri: Reading<string> | undefined
}

/** The mNFT as its contract draws it on chain. Nothing is ever loaded from elsewhere. */
export function LockPicture({ id, tokenUri }: LockPictureProps) {
  if (!tokenUri) return <Skeleton className="size-full rounded-lg" />
  if (!tokenUri.isKnown) return <Instead>{t`The picture could not be read: ${tokenUri.reason}`}</Instead>
  const picture = pictureOf(tokenUri.value)
  return picture === undefined ? (
    <Instead>{t`This mNFT’s picture is kept elsewhere and is not loaded.`}</Instead>
  ) : (
    <img src={picture} alt={t`mNFT ${id} as its contract draws it`} className="size-full rounded-lg border" />
  )
}

function Instead({ children }: { children: React.ReactNode }) {
  return (
    <p className="grid size-full place-items-center rounded-lg border border-dashed p-3 text-center text-xs text-muted">
      <span>{children}</span>
    </p>
  )
}

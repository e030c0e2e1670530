import { CopyButton } from '../../ui/CopyButton'
import { t } from '../../words/t'

/** A transaction's hash: on the explorer where there is one, and to copy. */
export function TransactionLink({
  hash,
  explorerUrl,
}: {
  hash: string | undefined
  explorerUrl: string | undefined
}) {
  if (hash === undefined) return null
  const short = `${hash.slice(0, 8)}…${hash.slice(-4)}`
  return (
    <span className="inline-flex items-center gap-0.5 font-mono text-xs text-muted">
      {explorerUrl === undefined ? (
        <span>{short}</span>
      ) : (
        <a
          href={`${explorerUrl}/tx/${hash}`}
          target="_blank"
          rel="noreferrer"
          aria-label={t`Transaction ${hash} on the explorer`}
          className="underline hover:text-ink"
        >
          {short}
        </a>
      )}
      <CopyButton text={hash} label={t`Copy transaction hash ${hash}`} />
    </span>
  )
}

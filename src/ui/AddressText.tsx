import { classes, touchable } from './classes'
import { CopyButton } from './CopyButton'
import { Icon } from './Icon'
import { Tip } from './Tip'
import { t } from '../words/t'

type AddressTextProps = {
  address: string
  /** What the person knows it as. */
  label?: string
  /** The chain's explorer, without a slash at the end. */
  explorerUrl?: string | undefined
  /** Written out: where a person must be able to compare every character. */
  isFull?: boolean
}

/** An address, shortened in the middle with the whole one on hover, focus and copy. */
export function AddressText({ address, label, explorerUrl, isFull = false }: AddressTextProps) {
  return (
    <span className="inline-flex min-w-0 items-center gap-0.5 align-middle">
      {label !== undefined && <span className="me-1">{label}</span>}
      <span translate="no" className="font-mono text-[0.92em]">
        {isFull ? (
          <span className="break-all">{address}</span>
        ) : (
          <Tip tip={address}>{`${address.slice(0, 6)}…${address.slice(-4)}`}</Tip>
        )}
      </span>
      <CopyButton text={address} label={t`Copy address ${address}`} />
      {explorerUrl !== undefined && (
        <a
          href={`${explorerUrl}/address/${address}`}
          target="_blank"
          rel="noreferrer"
          aria-label={t`${address} on the explorer`}
          className={classes(
            touchable,
            'inline-grid size-6 place-items-center rounded text-muted hover:text-ink',
          )}
        >
          <Icon name="external" className="size-3.5" />
        </a>
      )}
    </span>
  )
}

import type { Address } from 'viem'
import { Link } from 'wouter'

import { AddressText } from '../ui/AddressText'

/** Whose overview this is, where it is not the person's own. */
export function WatchNotice({ account }: { account: Address }) {
  return (
    <p className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border bg-surface px-edge py-2 text-sm">
      <span>
        You are watching <AddressText address={account} />. Only its own wallet can act for it.
      </span>
      <Link
        href="/"
        className="inline-flex min-h-11 items-center font-medium text-accent underline-offset-2 hover:underline sm:min-h-6"
      >
        Stop watching
      </Link>
    </p>
  )
}

import type { Address } from 'viem'
import { useLocation } from 'wouter'

import { AddressForm } from '../form/AddressForm'
import { useWatched, watchPath } from './watched'
import { t } from '../words/t'

/** Looks at any account without a wallet, together with those that are looked at already. */
export function WatchForm({ besides = [] }: { besides?: readonly Address[] }) {
  const [, navigate] = useLocation()
  const linked = useWatched()
  const isMore = besides.length > 0
  return (
    <AddressForm
      label={isMore ? t`Another address, added up with these` : t`See any account, no wallet needed`}
      action={isMore ? t`Add` : t`Watch`}
      initial={isMore ? undefined : linked?.text}
      onAddress={(address) => navigate(watchPath([...besides, address]))}
    />
  )
}

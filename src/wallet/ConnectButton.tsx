import { Suspense, useCallback, useState, type ReactNode } from 'react'

import type { Network } from '../chain/config'
import { Boundary } from '../ui/Boundary'
import { Button } from '../ui/Button'
import { Callout } from '../ui/Callout'
import { lazyPart } from '../ui/chunk'
import type { ConfiguredToken } from './holdings'
import { isHandheld } from './handheld'
import { ShortAccount } from './ShortAccount'
import { useWallet } from './use-wallet'
import { t } from '../words/t'

const AccountButton = lazyPart(() => import('./AccountButton'))
const RainbowModal = lazyPart(() => import('./RainbowModal'))
const StillListed = lazyPart(() => import('./StillListed'))
const WalletList = lazyPart(() => import('./WalletList'))

/** "Connect wallet", or the account that is connected and a way to leave it. */
export function ConnectButton({ tokensOn }: { tokensOn: (network: Network) => readonly ConfiguredToken[] }) {
  const { status, account } = useWallet()
  const [isStillListed, setIsStillListed] = useState(false)
  const [isChoosing, setIsChoosing] = useState(false)
  const stopChoosing = useCallback(() => setIsChoosing(false), [])
  if (account) {
    // As wide as the button that comes: nothing moves beside it.
    const short = (
      <span className="px-3.75">
        <ShortAccount account={account} />
      </span>
    )
    return (
      <OrElse instead={short} meanwhile={short}>
        <AccountButton
          account={account}
          tokensOn={tokensOn}
          onDisconnect={(isRevoked) => {
            setIsChoosing(false)
            setIsStillListed(!isRevoked)
          }}
        />
      </OrElse>
    )
  }
  return (
    <>
      <Button
        variant="primary"
        aria-busy={isChoosing || status === 'reconnecting'}
        onClick={() => setIsChoosing(true)}
      >
        {t`Connect wallet`}
      </Button>
      {isStillListed && (
        <OrElse instead={null}>
          <StillListed onClose={() => setIsStillListed(false)} />
        </OrElse>
      )}
      {isChoosing && (
        <OrElse instead={<CannotConnect onClose={stopChoosing} />}>
          {isHandheld() ? (
            <WalletList onClose={stopChoosing} />
          ) : (
            <OrElse instead={<WalletList onClose={stopChoosing} />}>
              <RainbowModal onClose={stopChoosing} />
            </OrElse>
          )}
        </OrElse>
      )}
    </>
  )
}

type OrElseProps = { instead: ReactNode; meanwhile?: ReactNode; children: ReactNode }

function OrElse({ instead, meanwhile, children }: OrElseProps) {
  return (
    <Boundary fallback={() => <Suspense fallback={null}>{instead}</Suspense>}>
      <Suspense fallback={meanwhile}>{children}</Suspense>
    </Boundary>
  )
}

/** Without a dialog, which would be nearly all that the first view has one for. */
function CannotConnect({ onClose }: { onClose: () => void }) {
  return (
    <div
      role="alert"
      className="fixed inset-x-2 top-16 z-30 mx-auto max-w-md rounded-lg bg-surface shadow-lg"
    >
      <Callout
        tone="danger"
        title={t`Wallets could not be loaded`}
        action={
          <>
            <Button size="small" onClick={() => window.location.reload()}>{t`Reload`}</Button>
            <Button size="small" variant="quiet" onClick={onClose}>{t`Close`}</Button>
          </>
        }
      >
        {t`This page may be older than the site. Reload it and connect again.`}
      </Callout>
    </div>
  )
}

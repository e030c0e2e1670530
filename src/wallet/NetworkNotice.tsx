import { Suspense } from 'react'

import { Boundary } from '../ui/Boundary'
import { lazyPart } from '../ui/chunk'
import { useWallet } from './use-wallet'

const WrongNetwork = lazyPart(() => import('./WrongNetwork'))

/** What is said while the wallet is on another network or has gone by itself. Without it every form still says so. */
export function NetworkNotice() {
  const { isWrongNetwork, wasEnded } = useWallet()
  if (!isWrongNetwork && !wasEnded) return null
  return (
    <Boundary fallback={() => null}>
      <Suspense fallback={null}>
        <WrongNetwork />
      </Suspense>
    </Boundary>
  )
}

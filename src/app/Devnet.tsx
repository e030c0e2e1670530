import { lazy, Suspense, useEffect } from 'react'
import { useNetwork } from '../chain/network'

const isDevnetBuild = import.meta.env.MODE === 'devnet'
const DevnetPanel = isDevnetBuild
  ? lazy(async () => ({ default: (await import('../devnet/DevnetPanel')).DevnetPanel }))
  : undefined

/** The wallet and the controls of a local chain; they are not even in the files of other builds. */
export function Devnet() {
  const network = useNetwork()
  useEffect(() => {
    if (isDevnetBuild && network.isDevnet)
      void import('../devnet/start').then(({ startDevnetWallet }) => startDevnetWallet(network))
  }, [network])
  return DevnetPanel && network.isDevnet ? (
    <Suspense fallback={null}>
      <DevnetPanel network={network} />
    </Suspense>
  ) : null
}

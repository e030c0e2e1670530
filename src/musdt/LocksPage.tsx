import { VaultFrame } from './VaultFrame'

export default function LocksPage() {
  return (
    <VaultFrame
      title="mUSDT locks"
      lead="Each lock is an mNFT: whoever holds it unlocks its mUSDT when its time is over."
      withLocks
      whatConnectingShows="Connect a wallet to see the mNFTs it holds, what they are worth, and when they unlock."
    >
      {() => null}
    </VaultFrame>
  )
}

import { VaultFrame } from './VaultFrame'

export default function ExitPage() {
  return (
    <VaultFrame
      title="Withdraw from mUSDT"
      lead="Burn mUSDT for USDT at the price: by request, in the epoch it was asked for."
      whatConnectingShows="Connect a wallet to see its mUSDT, its requests, and what can be redeemed now."
    >
      {() => null}
    </VaultFrame>
  )
}

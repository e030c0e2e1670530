import { VaultFrame } from './VaultFrame'

export default function MintPage() {
  return (
    <VaultFrame
      title="mUSDT"
      lead="Deposit USDT, mint mUSDT at the price of the vault, and lock it for a discount."
    >
      {() => null}
    </VaultFrame>
  )
}

import { ErrorState } from '../ui/ErrorState'
import { AuctionView } from './AuctionView'
import { OneOf } from './OneOf'
import { t } from '../words/t'

export default function AuctionPage() {
  return (
    <OneOf
      what="auction"
      lead={t`The collateral of a liquidated vault, for TUSDT, at a price that falls. What is not needed goes back to the vault.`}
    >
      {({ collateral, ...shown }) => {
        const { auction } = collateral
        if (auction?.isKnown) return <AuctionView {...shown} collateral={collateral} auction={auction} />
        const reason = auction?.reason ?? t`It was not read.`
        return <ErrorState reason={reason} retry={() => window.location.reload()} />
      }}
    </OneOf>
  )
}

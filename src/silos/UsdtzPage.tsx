import { MintPanel } from './MintPanel'
import { RedeemPanels, RedeemUsdPanel } from './RedeemPanels'
import { ReserveFigures } from './ReserveFigures'
import { SilosFrame } from './SilosFrame'
import { t } from '../words/t'

export default function UsdtzPage() {
  return (
    <SilosFrame
      title={t`Mint and redeem USDtz`}
      lead={t`1 USDC mints 1 USDtz, and each USDtz redeems for 1 USDC, whatever XTZ costs.`}
      whatGoesOn={(props) => <RedeemUsdPanel {...props} />}
    >
      {(props) => (
        <>
          <ReserveFigures silos={props.silos} state={props.state} />
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <MintPanel {...props} />
            <RedeemPanels {...props} />
          </div>
        </>
      )}
    </SilosFrame>
  )
}

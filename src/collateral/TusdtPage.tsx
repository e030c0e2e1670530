import { isUnderbacked } from '../math/collateral-backing'
import { displayAmount } from '../math/amount'
import { ratioDown } from '../math/collateral'
import { Callout } from '../ui/Callout'
import { BackingFigures, RatioLine } from './BackingFigures'
import { CollateralFrame } from './CollateralFrame'
import { DayPanel } from './DayPanel'
import { MintPanel } from './MintPanel'
import type { BackingProps } from './backing-props'
import { PricesPanel } from './PricesPanel'
import { RedeemPanel } from './RedeemPanel'
import { SaleForm } from './SaleForm'
import { SalePanel } from './SalePanel'
import type { Lists } from './snapshot'
import { StrayPanel } from './StrayPanel'
import { SurplusPanel } from './SurplusPanel'
import { t } from '../words/t'

const lists: Lists = { vaults: false, auctions: false, hasForms: true }

export default function TusdtPage() {
  return (
    <CollateralFrame
      title={t`Mint and redeem TUSDT`}
      lead={t`A dollar of TAO mints 1 TUSDT, and each TUSDT redeems for a dollar of USDC or TAO, as far as the backing holds it.`}
      lists={lists}
    >
      {(collateral, person) =>
        collateral.backing.isKnown ? (
          <TusdtView collateral={collateral} state={collateral.backing.value} person={person} />
        ) : (
          <Callout tone="warn" title={t`The backing could not be read`}>
            {collateral.backing.reason}
          </Callout>
        )
      }
    </CollateralFrame>
  )
}

function TusdtView(props: BackingProps) {
  const { collateral, state } = props
  return (
    <>
      <Underbacked state={state} />
      <RatioLine backing={collateral.backing} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <MintPanel {...props} />
        <RedeemPanel {...props} />
      </div>
      <BackingFigures book={collateral.book} backing={collateral.backing} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <PricesPanel state={state} />
        <DayPanel collateral={collateral} person={props.person} />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <SalePanel sale={collateral.sale}>
          <SaleForm {...props} />
        </SalePanel>
        <div className="grid gap-4">
          <SurplusPanel {...props} />
          <StrayPanel {...props} />
        </div>
      </div>
    </>
  )
}

/** Shared, and not first come: who waits has no less behind each TUSDT than before. rules.md C12 */
function Underbacked({ state }: Pick<BackingProps, 'state'>) {
  if (!isUnderbacked(state)) return null
  const each = ratioDown(state.backingAtLow, state.holdings.outstanding)
  return (
    <Callout
      tone="danger"
      title={t`Under-backed: a TUSDT redeems for ${displayAmount(each, 18, { maxFractionDigits: 4 })} USD`}
    >
      {t`There is less backing than TUSDT issued for it, so everybody gets the same part. Who waits has no less behind each TUSDT than before. Minting is closed until there is more than enough.`}
    </Callout>
  )
}

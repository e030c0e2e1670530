import { displayBps } from '../math/amount'
import { knownValue } from '../math/reading'
import { FlowPicture } from '../system/FlowPicture'
import type { FrontNow, FrontPart } from '../system/front'
import { rangeText } from '../system/range-text'
import { Term } from '../ui/Term'
import { ratioOf } from './backing-view'
import { feeYearText, ratioText } from './format'
import type { Collateral, Lists, Parameters } from './snapshot'
import { terms } from './terms'
import { useCollateral } from './use-collateral'

const lists: Lists = { vaults: false, auctions: false }

export const front: FrontPart = {
  what: 'Borrow TUSDT, a dollar token, against TAO or subnet tokens.',
  steps: [
    <>
      You lock tokens in a <Term of={terms.vault}>vault</Term> and draw TUSDT against them, less than they are
      worth. It bears interest, which is due every 30 days.
    </>,
    <>
      Prices count an hour after they are seen, so the <Term of={terms.nextPrice}>next price</Term> is known.
      You can add tokens or repay at any time.
    </>,
    <>
      Below its <Term of={terms.liquidationPrice}>liquidation price</Term> a vault’s tokens are auctioned, at
      a price that falls until somebody buys. What is left over comes back to the vault.
    </>,
    <>
      TUSDT can also be bought with TAO at its price, and redeemed for TAO or USDC as far as there is some.
      How much is behind it is the <Term of={terms.backingRatio}>backing</Term>.
    </>,
  ],
  Picture: () => (
    <FlowPicture
      label="Borrowers lock tokens in a vault and draw TUSDT; they repay it with interest and take the tokens back. Below the liquidation price the tokens are sold in an auction for TUSDT."
      stops={[
        { name: 'Borrowers', does: 'owe TUSDT' },
        { name: 'Vault', does: 'keeps their tokens' },
        { name: 'Auction', does: 'sells tokens' },
      ]}
      moves={[
        [{ label: '1 tokens' }, { label: '1 TUSDT', isBack: true }, { label: '2 repay, with interest' }],
        [{ label: '3 price fell' }, { label: '3 what is left', isBack: true }],
      ]}
    />
  ),
  alsoCalls:
    'TUSDT, the engine of each type in the book with its token and pool, and the modules that delay their prices',
  useFront() {
    const view = useCollateral(lists)
    const parameters =
      view.status === 'ready' ? view.types.flatMap((type) => knownValue(type.parameters) ?? []) : []
    return {
      earn: earnText(parameters),
      lose: loseText(parameters),
      now: view.status === 'ready' ? nowOf(view) : view,
    }
  },
}

function earnText(parameters: readonly Parameters[]) {
  const fee = rangeText(
    parameters.map(({ feeRay }) => feeRay),
    feeYearText,
  )
  return (
    <>
      <b>No yield.</b> You keep a claim on the tokens you lock
      {fee === undefined ? ', and pay interest.' : `, and pay ${fee} a year.`}
    </>
  )
}

function loseText(parameters: readonly Parameters[]) {
  const penalty = rangeText(
    parameters.map(({ penaltyBps }) => penaltyBps),
    displayBps,
  )
  return (
    <>
      <b>Your tokens are sold</b> if their price falls below your{' '}
      <Term of={terms.liquidationPrice}>liquidation price</Term>
      {penalty === undefined ? ', and a penalty is charged' : `, and ${penalty} of the debt is charged`} on
      top.
    </>
  )
}

function nowOf({ backing, isStale }: Collateral): FrontNow {
  const shown = (answer: string, rest: string): FrontNow => ({ status: 'ready', isStale, answer, rest })
  if (!backing.isKnown)
    return { status: 'error', reason: backing.reason, retry: () => window.location.reload() }
  const ratio = ratioOf(backing.value)
  if ('why' in ratio) return shown('Backing not known', ratio.why)
  const limit = ratioText(backing.value.parameters.level0)
  return shown(`${ratioText(ratio.value)} backed`, `limit ${limit}: below it TAO is sold`)
}

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
import { rich } from '../words/rich'
import { t } from '../words/t'

const lists: Lists = { vaults: false, auctions: false }

export const front: FrontPart = {
  what: t`Borrow TUSDT, a dollar token, against TAO or subnet tokens.`,
  steps: [
    rich`You lock tokens in a ${(<Term of={terms.vault}>{t`vault`}</Term>)} and draw TUSDT against them, less than they are worth. It bears interest, which is due every 30 days.`,
    rich`Prices count an hour after they are seen, so the ${(<Term of={terms.nextPrice}>{t`next price`}</Term>)} is known. You can add tokens or repay at any time.`,
    rich`Below its ${(<Term of={terms.liquidationPrice}>{t`liquidation price`}</Term>)} a vault’s tokens are auctioned, at a price that falls until somebody buys. What is left over comes back to the vault.`,
    rich`TUSDT can also be bought with TAO at its price, and redeemed for TAO or USDC as far as there is some. How much is behind it is the ${(<Term of={terms.backingRatio}>{t`backing`}</Term>)}.`,
  ],
  Picture: () => (
    <FlowPicture
      label={t`Borrowers lock tokens in a vault and draw TUSDT; they repay it with interest and take the tokens back. Below the liquidation price the tokens are sold in an auction for TUSDT.`}
      stops={[
        { name: t`Borrowers`, does: t`owe TUSDT` },
        { name: t`Vault`, does: t`keeps their tokens` },
        { name: t`Auction`, does: t`sells tokens` },
      ]}
      moves={[
        [{ label: t`1 tokens` }, { label: '1 TUSDT', isBack: true }, { label: t`2 repay, with interest` }],
        [{ label: t`3 price fell` }, { label: t`3 what is left`, isBack: true }],
      ]}
    />
  ),
  alsoCalls: t`TUSDT, the engine of each type in the book with its token and pool, and the modules that delay their prices`,
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
  const none = <b>{t`No yield.`}</b>
  return fee === undefined
    ? rich`${none} You keep a claim on the tokens you lock, and pay interest.`
    : rich`${none} You keep a claim on the tokens you lock, and pay ${fee} a year.`
}

function loseText(parameters: readonly Parameters[]) {
  const penalty = rangeText(
    parameters.map(({ penaltyBps }) => penaltyBps),
    displayBps,
  )
  const sold = <b>{t`Your tokens are sold`}</b>
  const limit = <Term of={terms.liquidationPrice}>{t`liquidation price`}</Term>
  return penalty === undefined
    ? rich`${sold} if their price falls below your ${limit}, and a penalty is charged on top.`
    : rich`${sold} if their price falls below your ${limit}, and ${penalty} of the debt is charged on top.`
}

function nowOf({ backing, isStale }: Collateral): FrontNow {
  const shown = (answer: string, rest: string): FrontNow => ({ status: 'ready', isStale, answer, rest })
  if (!backing.isKnown)
    return { status: 'error', reason: backing.reason, retry: () => window.location.reload() }
  const ratio = ratioOf(backing.value)
  if ('why' in ratio) return shown(t`Backing not known`, ratio.why)
  const limit = ratioText(backing.value.parameters.level0)
  return shown(t`${ratioText(ratio.value)} backed`, t`limit ${limit}: below it TAO is sold`)
}

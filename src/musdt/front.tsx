import { useNetwork } from '../chain/network'
import { knownValue } from '../math/reading'
import { DAY_SECONDS } from '../math/units'
import { FlowPicture } from '../system/FlowPicture'
import type { FrontNow, FrontPart } from '../system/front'
import { Term } from '../ui/Term'
import { musdtContracts } from './contracts'
import { percentText, priceText } from './format'
import { bufferP, leavingDays } from './front-facts'
import type { Vault, VaultState } from './snapshot'
import { terms } from './terms'
import { useVault } from './use-vault'
import { discountFor } from './view'

export const front: FrontPart = {
  what: 'Deposit USDT in a vault that pays traders’ gains and keeps their losses.',
  steps: [
    'You deposit USDT and get mUSDT at the vault’s price. The price is the same for everyone, and depositing does not move it.',
    <>
      Traders’ losses and rewards go into the vault, their gains come out of it. Losses build a buffer, gains
      use it up: the <Term of={terms.collateralRatio}>collateral ratio</Term> shows how much is left.
    </>,
    <>
      Who locks a deposit gets more mUSDT for it, and an <Term of={terms.mNft}>mNFT</Term> to unlock it with.
      The <Term of={terms.lockDiscount}>discount</Term> is paid by all holders.
    </>,
    <>
      To leave you request a withdrawal, and redeem it in a later <Term of={terms.epoch}>epoch</Term>, at the
      price of that moment. A request that is not redeemed in its epoch is void.
    </>,
  ],
  Picture: () => (
    <FlowPicture
      label="Depositors put USDT into the vault and get mUSDT. The vault pays what traders gain and keeps what they lose. Depositors redeem at the price of that moment."
      stops={[
        { name: 'Depositors', does: 'hold mUSDT' },
        { name: 'Vault', does: 'one price for all' },
        { name: 'Traders', does: 'win or lose' },
      ]}
      moves={[
        [{ label: '1 deposit' }, { label: '4 redeem', isBack: true }],
        [{ label: '2 gains' }, { label: '2 losses, rewards', isBack: true }],
      ]}
    />
  ),
  alsoCalls: 'the mNFT and, of a live GToken, the feed that the vault names',
  useFront() {
    const view = useVault(musdtContracts(useNetwork()).vault, undefined, 0)
    const state = view.status === 'ready' ? knownValue(view.vault.state) : undefined
    return {
      earn: earnText(state),
      lose: loseText(state),
      now: view.status === 'ready' ? nowOf(view.vault) : view,
    }
  },
}

function earnText(state: VaultState | undefined) {
  const most = state && discountFor(state, state.maxLockSeconds)
  return (
    <>
      <b>A rising price</b>
      <span>
        {state && most !== undefined && most > 0n
          ? ` as rewards are paid in, and ${percentText(most)} more mUSDT for a lock of ${state.maxLockSeconds / DAY_SECONDS} days.`
          : ' as rewards are paid in.'}
      </span>
    </>
  )
}

function loseText(state: VaultState | undefined) {
  return (
    <>
      <b>The price falls</b> <span>{fallText(state)}</span>{' '}
      {state?.epochs && <span>{`Leaving takes ${leavingDays(state.epochs)} from a request.`}</span>}
    </>
  )
}

function fallText(state: VaultState | undefined): string {
  if (!state) return 'once traders gain more than the buffer.'
  const buffer = bufferP(state)
  return buffer > 0n
    ? `once traders gain more than the buffer of ${percentText(buffer)}.`
    : 'with everything traders gain: there is no buffer now.'
}

function nowOf({ readings, identity, isStale }: Vault): FrontNow {
  const price = knownValue(readings.price)
  const ratio = knownValue(readings.collateralizationP)
  return {
    status: 'ready',
    isStale,
    answer: price === undefined ? 'Price not known' : `${priceText(price)} ${identity.asset.symbol}`,
    rest: `per ${identity.share.symbol}; ${ratio === undefined ? 'the collateral ratio is not known' : `collateral ratio ${percentText(ratio)}`}`,
  }
}

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
import { rich } from '../words/rich'
import { plural, t } from '../words/t'

export const front: FrontPart = {
  what: t`Deposit USDT in a vault that pays traders’ gains and keeps their losses.`,
  steps: [
    t`You deposit USDT and get mUSDT at the vault’s price. The price is the same for everyone, and depositing does not move it.`,
    <>{rich`Traders’ losses and rewards go into the vault, their gains come out of it. Losses build a buffer, gains use it up: the ${(<Term of={terms.collateralRatio}>{t`collateral ratio`}</Term>)} shows how much is left.`}</>,
    <>{rich`Who locks a deposit gets more mUSDT for it, and an ${(<Term of={terms.mNft}>mNFT</Term>)} to unlock it with. The ${(<Term of={terms.lockDiscount}>{t`discount`}</Term>)} is paid by all holders.`}</>,
    <>{rich`To leave you request a withdrawal, and redeem it in a later ${(<Term of={terms.epoch}>{t`epoch`}</Term>)}, at the price of that moment. A request that is not redeemed in its epoch is void.`}</>,
  ],
  Picture: () => (
    <FlowPicture
      label={t`Depositors put USDT into the vault and get mUSDT. The vault pays what traders gain and keeps what they lose. Depositors redeem at the price of that moment.`}
      stops={[
        { name: t`Depositors`, does: t`hold mUSDT` },
        { name: t`Vault`, does: t`one price for all` },
        { name: t`Traders`, does: t`win or lose` },
      ]}
      moves={[
        [{ label: t`1 deposit` }, { label: t`4 redeem`, isBack: true }],
        [{ label: t`2 gains` }, { label: t`2 losses, rewards`, isBack: true }],
      ]}
    />
  ),
  alsoCalls: t`the mNFT and, of a live GToken, the feed that the vault names`,
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
      <b>{t`A rising price`}</b>
      <span>
        {state && most !== undefined && most > 0n
          ? t` as rewards are paid in, and ${percentText(most)} more mUSDT for a lock of ${plural(state.maxLockSeconds / DAY_SECONDS, '{n} day', '{n} days')}.`
          : t` as rewards are paid in.`}
      </span>
    </>
  )
}

function loseText(state: VaultState | undefined) {
  return (
    <>
      <b>{t`The price falls`}</b> <span>{fallText(state)}</span>{' '}
      {state?.epochs && <span>{t`Leaving takes ${leavingDays(state.epochs)} from a request.`}</span>}
    </>
  )
}

function fallText(state: VaultState | undefined): string {
  if (!state) return t`once traders gain more than the buffer.`
  const buffer = bufferP(state)
  return buffer > 0n
    ? t`once traders gain more than the buffer of ${percentText(buffer)}.`
    : t`with everything traders gain: there is no buffer now.`
}

function nowOf({ readings, identity, isStale }: Vault): FrontNow {
  const price = knownValue(readings.price)
  const ratio = knownValue(readings.collateralizationP)
  return {
    status: 'ready',
    isStale,
    answer: price === undefined ? t`Price not known` : `${priceText(price)} ${identity.asset.symbol}`,
    rest:
      ratio === undefined
        ? t`per ${identity.share.symbol}; the collateral ratio is not known`
        : t`per ${identity.share.symbol}; collateral ratio ${percentText(ratio)}`,
  }
}

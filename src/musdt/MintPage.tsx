import type { Person } from '../chain/use-person'
import { knownValue } from '../math/reading'
import { Callout } from '../ui/Callout'
import { lazyPart } from '../ui/chunk'
import { Later } from '../ui/Later'
import { LineChart } from '../ui/LineChart'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { LockTerms } from './LockTerms'
import { MintPanel } from './MintPanel'
import { RatioGauge } from './RatioGauge'
import { RoomPanel } from './RoomPanel'
import type { Vault, VaultState } from './snapshot'
import { useMintForm } from './use-mint-form'
import type { MintForm } from './use-mint-form'
import { VaultFigures } from './VaultFigures'
import { VaultFrame } from './VaultFrame'
import { afterMint, assetsCredited, discountCurve, mintTerms } from './view'
import { percentText } from './format'
import { DAY_SECONDS } from '../math/units'
import { plural, t } from '../words/t'

const VaultHistory = lazyPart(() => import('./VaultHistory'))

export default function MintPage() {
  return (
    <VaultFrame
      title="mUSDT"
      lead={t`Deposit USDT, mint mUSDT at the vault’s price, and lock it for a discount.`}
    >
      {({ vault, person }) => (
        <>
          <VaultFigures vault={vault} />
          {vault.state.isKnown && <MintView vault={vault} state={vault.state.value} person={person} />}
        </>
      )}
    </VaultFrame>
  )
}

type MintViewProps = { vault: Vault; state: VaultState; person: Person }

function MintView({ vault, state, person }: MintViewProps) {
  const held = knownValue(vault.balance)
  const form = useMintForm(held)
  const { amount } = form.entry
  const terms =
    amount === undefined || state.price === 0n
      ? undefined
      : mintTerms(state, assetsCredited(state, vault, amount), form.lock.lockSeconds)
  const shares = terms?.shares ?? 0n
  return (
    <>
      <MintingClosed state={state} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid gap-4 lg:col-start-2 lg:row-span-4 lg:row-start-1">
          <MintPanel vault={vault} state={state} person={person} form={form} />
        </div>
        <div className="grid gap-4 lg:col-start-1 lg:row-start-1">
          <Panel title={t`Collateral`}>
            <RatioGauge
              state={state}
              after={shares === 0n ? undefined : afterMint(state, shares).collateralizationP}
            />
          </Panel>
          <RoomPanel vault={vault} state={state} person={person} added={shares} />
          <Panel title={t`Discount for locking`}>
            {state.price === 0n ? (
              <p className="text-muted">{t`The price is 0: nothing can be minted, locked or not.`}</p>
            ) : (
              <Discounts vault={vault} state={state} form={form} />
            )}
          </Panel>
          <Panel title={t`History`}>
            <Later waiting={<Skeleton className="h-56 w-full" />}>
              <VaultHistory vault={vault} state={state} />
            </Later>
          </Panel>
        </div>
      </div>
    </>
  )
}

/** Says why nothing can be minted before somebody fills in a form. rules.md M2 */
function MintingClosed({ state }: { state: VaultState }) {
  if (state.mintLimitP === undefined || state.collateralizationP < state.mintLimitP) return null
  return (
    <Callout
      tone="warn"
      title={t`Minting is closed`}
    >{t`The collateral ratio is ${percentText(state.collateralizationP)}. From ${percentText(state.mintLimitP)} on the vault has more than it needs and takes no deposits, locked or not. Unlocking and withdrawing go on.`}</Callout>
  )
}

function Discounts({ vault, state, form }: { vault: Vault; state: VaultState; form: MintForm }) {
  const { asset } = vault.identity
  const { amount } = form.entry
  const { lockSeconds } = form.lock
  // Without an amount the terms of 1,000 of the asset are shown.
  const assets =
    amount === undefined || amount === 0n
      ? 1_000n * 10n ** BigInt(asset.decimals)
      : assetsCredited(state, vault, amount)
  const own = lockSeconds === 0n ? undefined : mintTerms(state, assets, lockSeconds)
  return (
    <div className="grid gap-5">
      <LineChart
        title={t`Discount by length of the lock, at a collateral ratio of ${percentText(state.collateralizationP)}`}
        lines={[
          {
            label: t`Discount`,
            points: discountCurve(state, assets).map((terms) => ({
              x: terms.lockSeconds / DAY_SECONDS,
              y: terms.discountP,
            })),
          },
        ]}
        decimals={18}
        digits={4}
        symbol="%"
        xLabel={t`Lock`}
        formatX={(days) => plural(days, '{n} d', '{n} d')}
        {...(own && { point: { x: lockSeconds / DAY_SECONDS, y: own.discountP, label: t`You` } })}
      />
      <LockTerms vault={vault} state={state} assets={assets} lockSeconds={lockSeconds} />
    </div>
  )
}

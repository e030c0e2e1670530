import { useId } from 'react'

import { useNetwork } from '../chain/network'
import { useChainSeconds } from '../chain/use-block'
import type { Person } from '../chain/use-person'
import { amountGate, balanceGate, feeGate, tetherGates } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { useAmount } from '../form/use-amount'
import { amountText, displayAmount, exactText } from '../math/amount'
import { knownValue } from '../math/reading'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { Callout } from '../ui/Callout'
import { NowAfter } from '../ui/NowAfter'
import { Panel } from '../ui/Panel'
import { Stat } from '../ui/Stat'
import { useUrlChoice } from '../ui/use-url-choice'
import { rateText } from './format'
import { kinds } from './kinds'
import { depositGate, isCovered, proposalGate } from './mint-gates'
import { proposedFor } from './mint-view'
import { permissionGate } from './permission-view'
import { mint } from './plans'
import { stbtUnit, type Stbt, type StbtState } from './snapshot'
import type { Minter } from './use-minter'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

type MintPanelProps = { stbt: Stbt; state: StbtState; minter: Minter; person: Person }

/** Coin, amount, fee, and the STBT that is asked for. rules.md T6 */
export function MintPanel({ stbt, state, minter, person }: MintPanelProps) {
  const now = useChainSeconds()
  const network = useNetwork()
  const context = usePlanContext(stbt, person)
  const [symbol, choose] = useUrlChoice('coin')
  const coin = minter.coins.find((one) => one.symbol === symbol) ?? minter.coins[0]
  const isUsdt = coin !== undefined && coin.address === network.contracts.shared?.usdt
  const usdt = isUsdt ? minter.usdt : undefined
  const balance = knownValue(coin?.balance)
  const { entry, setAmount, markStarted } = useAmount(balance)
  const { amount } = entry
  const isTooMuch = amount !== undefined && balance !== undefined && amount > balance
  const feeRate = knownValue(coin?.feeRate)
  const coinsInfo = knownValue(minter.data.coinsInfo)
  const proposed =
    coin === undefined || amount === undefined ? undefined : proposedFor(amount, coin, state.kind, usdt)
  const covered = proposed === undefined ? true : isCovered(proposed, state.supply, stbt.reserve)
  const form = useActionForm({
    person,
    kind: kinds.mint,
    context,
    gates: [
      permissionGate(t`Your permission`, t`You`, stbt.holder?.permission, { toReceive: true }, now),
      depositGate(coin, entry),
      ...(coin ? [balanceGate(coin, coin.balance, amount)] : []),
      ...(usdt ? [...tetherGates(usdt), feeGate(usdt)] : []),
      amountGate(entry, { value: balance, what: t`your balance` }, coin),
      proposalGate(proposed, entry),
    ],
    plan: (who) => {
      if (!coin || !coinsInfo || amount === undefined || proposed === undefined) return undefined
      const { address, decimals } = coin
      return mint(who, {
        coin: { kind: 'erc20', address, symbol: coin.symbol, decimals },
        isForeign: !isUsdt,
        deposit: amount,
        proposed,
        coinsInfo,
      })
    },
    onStart: markStarted,
  })
  if (!coin)
    return (
      <Callout tone="warn" title={t`No coin is taken`}>
        {t`The Minter names no coin that can be deposited.`}
      </Callout>
    )
  return (
    <Panel
      title={t`Ask for STBT`}
      lead={t`The deposit goes to the issuer at once. There is no way to take it back here.`}
    >
      <div className="grid gap-3">
        <CoinSelect minter={minter} chosen={coin.symbol} onChoose={choose} />
        <AmountField
          label={t`Amount`}
          decimals={coin.decimals}
          symbol={coin.symbol}
          value={amount}
          max={balance}
          balanceText={balance === undefined ? undefined : t`Balance ${amountText(balance, coin)}`}
          problem={isTooMuch ? t`More than your balance, ${amountText(balance, coin)}.` : entry.problem}
          onChange={setAmount}
        />
        <Stat
          label={t`STBT proposed`}
          hint={t`${feeRate === undefined ? t`The fee is not known.` : feeRate === 0n ? t`No deposit fee.` : t`After the deposit fee of ${rateText(feeRate)}.`} Issued for as much STBT as now proposed, whatever its index is then.`}
        >
          {isTooMuch || proposed === undefined ? '—' : exactText(proposed, stbtUnit)}
        </Stat>
        <NowAfter
          label={t`${coin.symbol} balance`}
          now={balance}
          after={isTooMuch || amount === undefined || balance === undefined ? undefined : balance - amount}
          format={(value) => amountText(value, coin)}
        />
        {covered === false && (
          <Callout tone="warn" title={t`The reserve does not cover this much`}>
            {t`The proof of reserve is below the supply with this: the issue would wait in the queue until it is told anew.`}
          </Callout>
        )}
        {covered === undefined && (
          <Callout tone="warn" title={t`The reserve is not known`}>
            {t`The proof of reserve could not be read: whether the issue would be covered is not known.`}
          </Callout>
        )}
        <p className="text-xs text-muted">
          {t`Until it is issued the deposit earns nothing for you. If the request is cancelled or your permission ends meanwhile, nothing on chain gives the deposit back: only the issuer can.`}
        </p>
        <ActionButton label={t`Deposit`} {...form} />
      </div>
    </Panel>
  )
}

type CoinSelectProps = { minter: Minter; chosen: string; onChoose: (symbol: string) => void }

function CoinSelect({ minter, chosen, onChoose }: CoinSelectProps) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-xs font-medium text-muted">
        {t`Coin`}
      </label>
      <select
        id={id}
        value={chosen}
        className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-surface px-3"
        onChange={(event) => onChoose(event.target.value)}
      >
        {minter.coins.map(({ address, symbol, balance, decimals, least }) => {
          const held = knownValue(balance)
          const note =
            knownValue(least) === 0n
              ? t`, closed`
              : held === undefined
                ? ''
                : t`, you have ${displayAmount(held, decimals)}`
          return (
            <option key={address} value={symbol}>
              {`${symbol}${note}`}
            </option>
          )
        })}
      </select>
    </div>
  )
}

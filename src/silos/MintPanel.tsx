import { amountGate, balanceGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { useAmount } from '../form/use-amount'
import { amountText, exactText } from '../math/amount'
import { knownValue } from '../math/reading'
import { advance } from '../math/silos-advance'
import { mintRoom, mostMintable } from '../math/silos-figures'
import { min } from '../math/uint256'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { Disclosure } from '../ui/Disclosure'
import { NowAfter } from '../ui/NowAfter'
import { Panel } from '../ui/Panel'
import { Stat } from '../ui/Stat'
import { entriesGate, headroomGate, outcomeGate, soundGate, usdcGates } from './gates'
import { kinds } from './kinds'
import { mint } from './plans'
import { SilosAfter } from './SilosAfter'
import type { PageProps } from './SilosFrame'
import { usdcUnit, usdtzUnit } from './snapshot'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

/** USDC for USDtz, the inventory first. What is previewed is what the contract does. rules.md S4, S16 */
export function MintPanel({ silos, state, person }: PageProps) {
  const context = usePlanContext(silos, person)
  const { holder } = silos
  const usdc = knownValue(holder?.usdc)
  const usdtz = knownValue(holder?.usdtz)
  const { entry, setAmount, markStarted } = useAmount(usdtz)
  const { amount } = entry
  const room = mostMintable(mintRoom(state))
  const most = usdc === undefined ? undefined : room === undefined ? usdc : min(usdc, room)
  const isEntered = amount !== undefined && amount > 0n
  const result = isEntered ? advance(state, { kind: 'mint', amount, minUsdtz: amount }) : undefined
  const after = result?.isTaken === true ? result.state : undefined
  const fromInventory = after && state.inventory - after.inventory
  const form = useActionForm({
    person,
    kind: kinds.mint,
    context,
    gates: [
      entriesGate(state),
      soundGate(state),
      ...usdcGates(silos),
      amountGate(entry, undefined, usdcUnit),
      headroomGate(state, amount),
      balanceGate(usdcUnit, holder?.usdc, amount),
      outcomeGate(t`The reserve takes it`, result, t`Both keys allow it.`),
    ],
    plan: (who) => (after && amount !== undefined ? mint(who, amount) : undefined),
    onStart: markStarted,
  })
  return (
    <Panel
      title={t`Mint`}
      lead={t`Your USDC goes into Silo 1. Inventory is sold first, then new USDtz is minted.`}
    >
      <div className="grid gap-3">
        <AmountField
          label={t`Amount of USDC`}
          decimals={6}
          symbol="USDC"
          value={amount}
          max={most}
          balanceText={usdc === undefined ? undefined : t`Balance ${amountText(usdc, usdcUnit)}`}
          problem={
            room !== undefined && amount !== undefined && amount > room
              ? t`More than can be minted now, ${exactText(room, usdtzUnit)}.`
              : entry.problem
          }
          hint={room === undefined ? undefined : t`${amountText(room, usdtzUnit)} can be minted now.`}
          onChange={setAmount}
        />
        <Stat
          label={t`You get`}
          {...(after &&
            fromInventory !== undefined && {
              hint: t`${exactText(fromInventory, usdtzUnit)} from inventory, ${exactText(after.supply - state.supply, usdtzUnit)} new.`,
            })}
        >
          {after && amount !== undefined ? exactText(amount, usdtzUnit) : '—'}
        </Stat>
        {holder && (
          <NowAfter
            label={t`Your USDtz`}
            now={usdtz}
            after={usdtz === undefined || !after || amount === undefined ? undefined : usdtz + amount}
            format={(value) => amountText(value, usdtzUnit)}
          />
        )}
        <ActionButton label={t`Mint`} {...form} />
        <Disclosure summary={t`What it changes in the reserve`}>
          <SilosAfter now={state} after={after} />
        </Disclosure>
      </div>
    </Panel>
  )
}

import { useChainSeconds } from '../chain/use-block'
import type { Person } from '../chain/use-person'
import { maxSupplyDown, toAssetsDown } from '../math/musdt'
import { min } from '../math/uint256'
import { useActionForm } from '../form/use-action-form'
import { ActionButton } from '../ui/ActionButton'
import { Countdown } from '../ui/Countdown'
import { Gauge } from '../ui/Gauge'
import { Panel } from '../ui/Panel'
import { Stat, StatGrid } from '../ui/Stat'
import { kinds } from './kinds'
import { renewCap } from './plans'
import type { Vault, VaultState } from './snapshot'
import { usePlanContext } from './use-plan-context'
import { mintCapacity } from './view'
import { amountText, exactText } from '../math/amount'
import { percentText } from './format'
import { t } from '../words/t'

type RoomPanelProps = { vault: Vault; state: VaultState; person: Person; added: bigint }

/** What may still be minted today, and when that renews. rules.md M7 */
export function RoomPanel({ vault, state, person, added }: RoomPanelProps) {
  const now = useChainSeconds()
  const { asset, share } = vault.identity
  const room = mintCapacity(state, vault.timestamp)
  if (room.shares === undefined)
    return (
      <Panel title={t`Today’s room`}>
        <p className="text-muted">
          {t`This vault caps minting only below a collateral ratio of 100%: nothing limits it now.`}
        </p>
      </Panel>
    )
  const allowed = room.isBootstrap ? room.maxSupply : room.dailyAllowance
  const used = allowed - min(room.shares, allowed)
  const isShown = added > 0n && added <= room.shares
  return (
    <Panel title={t`Today’s room`}>
      <div className="grid gap-4">
        <Gauge
          label={
            room.isBootstrap
              ? t`Used of the cap that always holds`
              : t`Used of today’s ${percentText(state.cap.increaseDailyP)}`
          }
          segments={[
            { label: t`Used`, value: used, kind: 'base' },
            ...(isShown ? [{ label: t`My addition`, value: added, kind: 'added' as const }] : []),
          ]}
          max={allowed}
          format={(value) => amountText(value, share)}
        />
        <StatGrid columns={2}>
          <Stat
            label={t`Room left`}
            hint={t`About ${amountText(toAssetsDown(room.shares, state.price), asset)}`}
          >
            <span title={exactText(room.shares, share)}>{amountText(room.shares, share)}</span>
          </Stat>
          <Stat label={t`Renews`} hint={t`Cap now: ${amountText(room.maxSupply, share)}`}>
            {state.cap.snapshotAt === 0n ? (
              // Nothing was minted yet: there is no date to count from.
              renewedText(state)
            ) : (
              <Countdown to={room.renewsAt} now={now} doneText={renewedText(state)} />
            )}
          </Stat>
        </StatGrid>
        {room.afterPoke !== undefined && (
          <Poke vault={vault} state={state} person={person} afterPoke={room.afterPoke} />
        )}
      </div>
    </Panel>
  )
}

function renewedText({ kind }: VaultState): string {
  return kind === 'ours' ? t`With the next mint` : t`When poked`
}

type PokeProps = { vault: Vault; state: VaultState; person: Person; afterPoke: bigint }

/** A GToken's cap waits to be renewed by somebody; what it would be then is known. */
function Poke({ vault, state, person, afterPoke }: PokeProps) {
  const context = usePlanContext(vault, person)
  const form = useActionForm({ person, kind: kinds.renewCap, context, gates: [], plan: renewCap })
  const { share } = vault.identity
  const after = maxSupplyDown(state.supply, state.cap.increaseDailyP, 0n)
  return (
    <div className="grid gap-2 border-t pt-4">
      <p className="text-xs text-muted">{t`The cap is older than a day and renews only when somebody asks for it. Then it is ${amountText(after, share)}, which leaves room for ${exactText(afterPoke, share)}. Minting here does it first when it has to.`}</p>
      <ActionButton label={t`Renew the cap`} variant="secondary" {...form} />
    </div>
  )
}

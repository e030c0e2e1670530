import type { Address } from 'viem'
import { moveClock } from '../../devnet/actions'
import type { Rpc } from '../../devnet/rpc'
import * as vaultActions from '../../devnet/systems/musdt/actions'
import { PanelButton, PanelGroup } from './PanelGroup'
import { ONE_P } from '../math/units'

const presets = [95n, 105n, 115n, 125n, 150n]

type VaultGroupProps = {
  rpc: Rpc
  registry: Address
  vault: Address
  isBusy: boolean
  /** Does the work and shows the sentence it ends with. */
  run: (work: () => Promise<string>) => unknown
}

/** What a person can do to the mUSDT vault: let traders win or lose, add rewards, let its time pass. */
export function VaultGroup({ rpc, registry, vault, isBusy, run }: VaultGroupProps) {
  const setCollateralization = (percent: bigint) =>
    run(async () => {
      const source = await vaultActions.findPnlSource(rpc, vault)
      await vaultActions.setCollateralization(rpc, source, percent * ONE_P)
      const isLater = await vaultActions.isGToken(rpc, vault)
      return isLater ? `CR will be ${percent}% from the next epoch on.` : `CR is ${percent}%.`
    })
  const nextUnlock = async () => {
    const edge = await vaultActions.nextVaultEdge(rpc, vault, 'unlock')
    if (!edge) return 'No lock ends any more.'
    await moveClock(rpc, registry, edge.seconds)
    return `${edge.what}.`
  }
  const reward = async () => {
    await vaultActions.distributeReward(rpc, vault, 10n)
    return 'A reward of 0.1% was distributed.'
  }

  return (
    <PanelGroup title="Vault">
      {presets.map((percent) => (
        <PanelButton key={`${percent}`} isDisabled={isBusy} onPress={() => setCollateralization(percent)}>
          {`CR ${percent}%`}
        </PanelButton>
      ))}
      <PanelButton isDisabled={isBusy} onPress={() => run(reward)}>
        Reward +0.1%
      </PanelButton>
      <PanelButton
        isDisabled={isBusy}
        onPress={() => run(() => vaultActions.startNextEpoch(rpc, registry, vault))}
      >
        Next epoch
      </PanelButton>
      <PanelButton isDisabled={isBusy} onPress={() => run(nextUnlock)}>
        Next unlock
      </PanelButton>
    </PanelGroup>
  )
}

import type { Address } from 'viem'
import { ONE_P } from '../../../src/math/units'
import type { PanelAction, PanelGroup, Running } from '../../system'
import { distributeReward, findPnlSource, isGToken, setCollateralization, startNextEpoch } from './actions'

const presets = [95n, 105n, 115n, 125n, 150n]

/** Lets traders win or lose, adds rewards, starts epochs. */
export function musdtPanel(chain: Running, vault: Address): PanelGroup[] {
  const { rpc } = chain
  const preset = (percent: bigint): PanelAction => ({
    label: `CR ${percent}%`,
    run: async () => {
      await setCollateralization(rpc, await findPnlSource(rpc, vault), percent * ONE_P)
      const isLater = await isGToken(rpc, vault)
      return isLater ? `CR will be ${percent}% from the next epoch on.` : `CR is ${percent}%.`
    },
  })
  const reward = async () => {
    await distributeReward(rpc, vault, 10n)
    return 'A reward of 0.1% was distributed.'
  }
  const actions = [
    ...presets.map(preset),
    { label: 'Reward +0.1%', run: reward },
    { label: 'Next epoch', run: () => startNextEpoch(chain, vault) },
  ]
  return [{ title: 'Vault', actions }]
}

import type { Address } from 'viem'
import type { PanelAction, PanelGroup, Running } from '../../system'
import { advance, dueSeries, recordPrices } from './actions'

/** Prices, and every series whose sale can be finalized or which can be settled. */
export async function backstopPanel({ rpc }: Running, registry: Address): Promise<PanelGroup[]> {
  const price = (label: string, bps: number): PanelAction => ({
    label,
    run: async () => {
      await recordPrices(rpc, registry, bps)
      return 'Prices recorded.'
    },
  })
  const due = await dueSeries(rpc, registry)
  const steps = due.map(({ address, name, phase }): PanelAction => {
    const isSale = phase === 'Sale'
    return {
      label: `${isSale ? 'Finalize' : 'Settle'} ${name}`,
      run: async () => {
        await advance(rpc, address, isSale ? 'finalizeSale' : 'settle')
        return `${name}: ${isSale ? 'sale finalized' : 'settled'}.`
      },
    }
  })
  const prices = [price('Record', 0), price('MSTR −10%', -1_000), price('MSTR +10%', 1_000)]
  return [
    { title: 'Prices', actions: prices },
    ...(steps.length > 0 ? [{ title: 'Due', actions: steps }] : []),
  ]
}

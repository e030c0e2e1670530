import { describe, expect, it } from 'vitest'
import { vaultHistory } from './vault-history'
import type { VaultLog } from './vault-history'
import { WAD } from '../math/units'

const price = (blockNumber: bigint, newValue: bigint): VaultLog => ({
  eventName: 'ShareToAssetsPriceUpdated',
  args: { newValue },
  blockNumber,
  blockTimestamp: blockNumber * 12n,
})
const pnl = (blockNumber: bigint, newAccPnlPerTokenUsed: bigint): VaultLog => ({
  eventName: 'AccPnlPerTokenUsedUpdated',
  args: { newAccPnlPerTokenUsed },
  blockNumber,
  blockTimestamp: blockNumber * 12n,
})

describe('history of price and collateral ratio', () => {
  it('is above 100% when traders have lost', async () => {
    expect((await vaultHistory([pnl(1n, -WAD / 5n)], true)).moments).toEqual([
      { at: 12n, price: WAD, collateralizationP: 120n * WAD },
    ])
  })

  it('is below 100% when traders have won, and takes both events of a block together', async () => {
    const told = await vaultHistory([pnl(2n, WAD / 10n), price(2n, (WAD * 9n) / 10n)], true)
    expect(told.moments).toEqual([{ at: 24n, price: (WAD * 9n) / 10n, collateralizationP: 90n * WAD }])
  })

  it('keeps what the last block said', async () => {
    const told = await vaultHistory([pnl(1n, -WAD / 2n), price(2n, 2n * WAD)], true)
    expect(told.moments.map(({ collateralizationP }) => collateralizationP)).toEqual([150n * WAD, 125n * WAD])
  })

  it('counts blocks where the node tells no times', async () => {
    const { isTimed, moments } = await vaultHistory(
      [{ ...price(7n, WAD), blockTimestamp: undefined }, price(8n, WAD)],
      true,
    )
    expect(isTimed).toBe(false)
    expect(moments.map(({ at }) => at)).toEqual([7n, 8n])
  })

  it('does not divide by a price of nothing', async () => {
    expect((await vaultHistory([price(1n, 0n)], true)).moments[0]?.collateralizationP).toBe(0n)
  })

  it('tells nothing before both are known where the beginning is missing', async () => {
    const logs = [pnl(1n, -WAD / 5n), pnl(2n, -WAD / 4n), price(3n, WAD), pnl(4n, 0n)]
    expect((await vaultHistory(logs, false)).moments).toEqual([
      { at: 36n, price: WAD, collateralizationP: 125n * WAD },
      { at: 48n, price: WAD, collateralizationP: 100n * WAD },
    ])
    expect((await vaultHistory(logs, true)).moments).toHaveLength(4)
  })
})

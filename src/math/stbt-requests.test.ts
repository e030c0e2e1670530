import { describe, expect, it } from 'vitest'
import { executionPriceDown, proposedDown, redemptionDown, scaledDown } from './stbt-requests'
import { WAD } from './units'

const toUsdc = { isDivided: true, unit: 10n ** 12n }
const fromUsdc = { isDivided: false, unit: 10n ** 12n }
const FEE = WAD / 1_000n
const amount = 102_500n * WAD

describe('redemption quote, rules.md T9', () => {
  it('takes the fee alone without an early sale', () => {
    const quote = redemptionDown(amount, WAD, FEE, 0n, toUsdc)
    expect(quote).toMatchObject({ fee: (1_025n * WAD) / 10n, conversion: 0n, paid: 102_397_500_000n })
  })

  it('pays 102,346.147191 USDC at 0.9965 after 0.9970, not what the original prints', () => {
    const price = executionPriceDown(9_965n, 9_970n)
    const { gross, fee, net, paid } = redemptionDown(amount, price, FEE, 0n, toUsdc)
    expect(price).toBe(999_498_495_486_459_378n)
    expect(fee / 10n ** 16n).toBe(10_244n)
    expect(gross - fee).toBe(net)
    expect(paid).toBe(102_346_147_191n)
    expect(redemptionDown(amount, price, FEE, 0n, { isDivided: true, unit: 10n ** 16n }).paid).toBe(
      10_234_614n,
    )
  })

  it('pays 102,500.205616 USDC at 0.9980 after 0.9970', () => {
    const price = executionPriceDown(9_980n, 9_970n)
    expect(redemptionDown(amount, price, FEE, 0n, toUsdc).paid).toBe(102_500_205_616n)
  })

  it('takes the conversion off what is left after the fee', () => {
    const { conversion, net } = redemptionDown(1_000n * WAD, WAD, FEE, WAD / 100n, toUsdc)
    expect(conversion).toBe((999n * WAD) / 100n)
    expect(net).toBe((98_901n * WAD) / 100n)
  })

  it('refuses rates above all of it', () => {
    expect(() => redemptionDown(1n, WAD, WAD + 1n, 0n, toUsdc)).toThrow('above 100%')
    expect(() => redemptionDown(1n, WAD, 0n, WAD + 1n, toUsdc)).toThrow('above 100%')
  })
})

describe('issuance, rules.md T6', () => {
  it('takes the fee off the deposit, then scales it', () => {
    expect(proposedDown(1_000_000n, FEE, fromUsdc)).toBe((999n * WAD) / 1_000n)
    expect(proposedDown(1n, FEE, fromUsdc)).toBe(0n)
  })

  it('rounds down where a coin has fewer decimals', () => {
    expect(scaledDown(WAD - 1n, toUsdc)).toBe(999_999n)
  })
})

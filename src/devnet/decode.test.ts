import { encodeFunctionData } from 'viem'
import { expect, it } from 'vitest'
import { musdtVaultAbi } from '../../abis/MUSDTVault'
import { decodeCall } from './decode'

const someone = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'

it('reads what a lock asks for, bounds included', () => {
  const data = encodeFunctionData({
    abi: musdtVaultAbi,
    functionName: 'depositWithDiscountAndLock',
    args: [2_500_000_000n, 1_209_600n, someone, 2_400_000_000n, 1_800_000_000n],
  })
  expect(decodeCall(data)).toEqual({
    functionName: 'depositWithDiscountAndLock',
    args: [
      { name: 'assets', text: '2500000000 (2500 in 6 decimals)' },
      { name: 'lockDuration', text: '1209600' },
      { name: 'receiver', text: someone, address: someone },
      { name: 'minShares', text: '2400000000 (2400 in 6 decimals)' },
      { name: 'deadline', text: '1800000000' },
    ],
  })
})

it("reads the vault's withdrawal, not the pool's", () => {
  const data = encodeFunctionData({
    abi: musdtVaultAbi,
    functionName: 'withdraw',
    args: [5_000_000n, someone, someone],
  })
  expect(decodeCall(data)?.args.map(({ name }) => name)).toEqual(['assets', 'receiver', 'owner'])
})

it('knows nothing of other calls', () => {
  expect(decodeCall('0xdeadbeef')).toBeUndefined()
})

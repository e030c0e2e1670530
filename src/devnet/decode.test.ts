import { encodeFunctionData, parseAbi, type Hex } from 'viem'
import { expect, it } from 'vitest'
import { tetherUsdAbi } from '../../abis/TetherUSD'
import { decodeCall } from './decode'

const someone = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'

it('reads what a call asks for, amounts in their decimals too', () => {
  const data = encodeFunctionData({
    abi: tetherUsdAbi,
    functionName: 'transferFrom',
    args: [someone, someone, 2_500_000_000n],
  })
  const address = { text: someone, address: someone }
  expect(decodeCall(tetherUsdAbi, data)).toEqual({
    functionName: 'transferFrom',
    args: [
      { name: '_from', ...address },
      { name: '_to', ...address },
      { name: '_value', text: '2500000000 (2500 in 6 decimals)' },
    ],
  })
})

it('tells functions of one name apart', () => {
  const abi = parseAbi([
    'function withdraw(uint256 usdtAmount, address to)',
    'function withdraw(uint256 assets, uint256 owner)',
  ])
  const data = encodeFunctionData({ abi, functionName: 'withdraw', args: [5_000_000n, 7n] })
  expect(decodeCall(abi, data)?.args.map(({ name }) => name)).toEqual(['assets', 'owner'])
})

it('knows nothing of other calls, nor of ones cut short', () => {
  const data = encodeFunctionData({ abi: tetherUsdAbi, functionName: 'approve', args: [someone, 1n] })
  expect(decodeCall(tetherUsdAbi, '0xdeadbeef')).toBeUndefined()
  expect(decodeCall(tetherUsdAbi, '0x')).toBeUndefined()
  expect(decodeCall(tetherUsdAbi, data.slice(0, 40) as Hex)).toBeUndefined()
})

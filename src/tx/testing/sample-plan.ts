import { parseAbi } from 'viem'
import type { Address } from 'viem'

import type { Plan } from '../plan/plan'

export const me: Address = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
export const pool: Address = '0x5FbDB2315678afecb367f032d93F642f64180aa3'
export const token: Address = '0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512'
export const friend: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
export const hash = (digit: string) => `0x${digit.repeat(64)}` as const

const abi = parseAbi([
  'function stakeFor(uint256 amount, address to)',
  'event Staked(address indexed staker, uint256 amount)',
])
const usdt = { kind: 'erc20', address: token, symbol: 'USDT', decimals: 6 } as const

/** Stakes 5 USDT for a friend: has everything a plan can have. */
export const samplePlan: Plan = {
  kind: 'test.stake',
  system: undefined,
  title: 'Stake 5 USDT for a friend',
  chainId: 31337,
  account: me,
  acts: [
    {
      title: 'Stake 5 USDT',
      call: {
        address: pool,
        label: 'Pool',
        abi,
        functionName: 'stakeFor',
        args: [5_000_000n, friend],
        value: 0n,
      },
      spends: { token: usdt, spender: pool, spenderLabel: 'Pool', amount: 5_000_000n },
      gives: [{ asset: usdt, amount: 5_000_000n }],
      gets: [],
      effect: { address: pool, abi, eventName: 'Staked', args: { staker: friend, amount: 5_000_000n } },
      recipient: friend,
    },
  ],
  bounds: [{ label: 'Shares, at least', value: '5' }],
  restsOn: [],
}

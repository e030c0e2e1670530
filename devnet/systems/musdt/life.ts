/** The life of the vaults as blocks: what their plans say, and for the one the app shows the steady days in between. */
import { getContractAddress, type Abi, type Address } from 'viem'
import { devPnlSourceAbi } from '../../../abis/DevPnlSource'
import { musdtLockedNftAbi } from '../../../abis/MusdtLockedNft'
import { musdtVaultAbi } from '../../../abis/MUSDTVault'
import { feedAbi } from '../../../src/musdt/gtoken-abi'
import { account, keeper } from '../../accounts'
import { bring, call, usdt, type Block } from '../../calls'
import { readContract } from '../../contract'
import type { Call } from '../../script'
import type { Sight, World } from '../../system'
import type { MusdtContracts } from './deploy'
import { collateralization, epochs, gToken, instant, type VaultEvent, type VaultPlan } from './plan'

type Target = {
  readonly usdt: Address
  readonly vault: Address
  readonly nft: Address
  readonly pnl: Address
}

/** A vault as its calls want it. */
type OpenTarget = Target & { readonly abi: Abi }

/** Days between two of the steady days: more than one, so that each has a daily cap of its own. */
const stepDays = 1.5

/** Three vaults, each with its plan. */
export function musdtHistory(world: World, contracts: MusdtContracts) {
  const { usdt: token } = world.shared
  const {
    vault,
    nft,
    pnl,
    instantVault,
    instantNft,
    instantPnl,
    gToken: gTokenVault,
    gTokenNft,
    gTokenPnl,
  } = contracts
  const ours = { usdt: token, vault, nft, pnl }
  const blocks = [
    ...planned(world, epochs, ours),
    ...steadyBlocks(world, { ...ours, abi: epochs.abi }),
    ...planned(world, instant, { usdt: token, vault: instantVault, nft: instantNft, pnl: instantPnl }),
    ...planned(world, gToken, { usdt: token, vault: gTokenVault, nft: gTokenNft, pnl: gTokenPnl }),
  ]
  const sight = ({ name, shows }: VaultPlan, address: Address): Sight => ({ name, address, shows })
  const seeded = {
    epochs: sight(epochs, vault),
    instant: sight(instant, instantVault),
    gToken: sight(gToken, gTokenVault),
  }
  return { blocks, sights: () => seeded }
}

function planned({ at }: World, { abi, events }: VaultPlan, target: Target): Block[] {
  return events.map((event) => ({ at: at(event[0]), calls: () => callsOf(event, { ...target, abi }) }))
}

/**
 * Somebody deposits about 1% of the supply, unless minting is closed; the traders move CR along its way; every other
 * time there is a reward of about 0.05%.
 */
function steadyBlocks({ rpc, at, below }: World, target: OpenTarget): Block[] {
  const read = (functionName: 'totalSupply' | 'collateralizationP' | 'maxDiscountThresholdP') =>
    readContract(rpc, { address: target.vault, abi: musdtVaultAbi, functionName })
  const blocks: Block[] = []
  for (let days = -98.8; days < 0; days += stepDays) {
    const who = account(1 + below(8))
    const depositPpm = BigInt(7_000 + below(6_000))
    const rewardPpm = BigInt(blocks.length % 2 === 0 ? 400 + below(300) : 0)
    const percent = collateralizationAt(days) + (below(141) - 70) / 100
    blocks.push({
      at: at(days),
      calls: async () => {
        const supply = await read('totalSupply')
        const isMintable = (await read('collateralizationP')) < (await read('maxDiscountThresholdP'))
        return [
          ...(isMintable ? deposit(target, who, (supply * depositPpm) / 1_000_000n) : []),
          ...(rewardPpm > 0n ? reward(target, (supply * rewardPpm) / 1_000_000n) : []),
          collateralize(target, percent),
        ]
      },
    })
  }
  return blocks
}

/** CR in percent on its way from one known day to the next. */
function collateralizationAt(days: number): number {
  const next = collateralization.findIndex(([day]) => day > days)
  const [endDay, endPercent] = collateralization[next] ?? [0, 100]
  const [startDay, startPercent] = collateralization[next - 1] ?? [endDay - 1, endPercent]
  return startPercent + ((endPercent - startPercent) * (days - startDay)) / (endDay - startDay)
}

function callsOf(event: VaultEvent, target: OpenTarget): Call[] {
  const { vault, nft, abi } = target
  const onVault = (from: Address, name: string, args: readonly unknown[]) =>
    call(from, { address: vault, abi }, name, args)

  const [, act] = event
  switch (act) {
    case 'collateralize':
      return [collateralize(target, event[2])]
    case 'reward':
      return reward(target, usdt(event[2]))
    case 'nextEpoch':
      // The feed is the first contract that the vault has created.
      return [
        call(
          keeper,
          { address: getContractAddress({ from: vault, nonce: 1n }), abi: feedAbi },
          'forceNewEpoch',
          [],
        ),
      ]
    case 'capSupply':
      return [onVault(keeper, 'tryUpdateCurrentMaxSupply', [])]
    case 'deposit':
      return deposit(target, account(event[2]), usdt(event[3]))
    case 'lock': {
      const who = account(event[2])
      const args = [usdt(event[3]), BigInt(event[4]) * 86_400n, who]
      return [
        ...bring(target.usdt, who, vault, usdt(event[3])),
        onVault(who, 'depositWithDiscountAndLock', args),
      ]
    }
    case 'unlock':
      return [onVault(account(event[2]), 'unlockDeposit', [BigInt(event[3]), account(event[2])])]
    case 'transfer': {
      const [who, to] = [account(event[2]), account(event[4])]
      return [
        call(who, { address: nft, abi: musdtLockedNftAbi }, 'transferFrom', [who, to, BigInt(event[3])]),
      ]
    }
    case 'request':
      return [onVault(account(event[2]), 'makeWithdrawRequest', [usdt(event[3]), account(event[2])])]
    case 'cancel': {
      const args = [usdt(event[3]), account(event[2]), BigInt(event[4])]
      return [onVault(account(event[2]), 'cancelWithdrawRequest', args)]
    }
    case 'redeem':
      return [onVault(account(event[2]), 'redeem', [usdt(event[3]), account(event[2]), account(event[2])])]
  }
}

function deposit({ usdt: token, vault, abi }: OpenTarget, who: Address, assets: bigint): Call[] {
  return [...bring(token, who, vault, assets), call(who, { address: vault, abi }, 'deposit', [assets, who])]
}

function reward({ usdt: token, vault, abi }: OpenTarget, assets: bigint): Call[] {
  return [
    ...bring(token, keeper, vault, assets),
    call(keeper, { address: vault, abi }, 'distributeReward', [assets]),
  ]
}

/** In percent with up to two digits. */
function collateralize({ pnl }: Target, percent: number): Call {
  const targetP = BigInt(Math.round(percent * 100)) * 10n ** 16n
  return call(keeper, { address: pnl, abi: devPnlSourceAbi }, 'setCollateralizationP', [targetP])
}

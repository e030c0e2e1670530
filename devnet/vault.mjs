/** The life of the vaults as blocks: what their plans say, and for the one the app shows the steady days in between. */
import { account, keeper } from './accounts.mjs'
import { artifact } from './artifacts.mjs'
import { bring, call, usdt } from './calls.mjs'
import { readContract } from './contract.mjs'
import { collateralization, gToken, instant, musdt } from './vault-plan.mjs'

/** @typedef {`0x${string}`} Address */
/** @typedef {import('./calls.mjs').Block} Block */
/** @typedef {import('./calls.mjs').Call} Call */
/** @typedef {import('./life.mjs').World} World */
/** @typedef {import('./vault-plan.mjs').VaultEvent} VaultEvent */
/** @typedef {import('./vault-plan.mjs').VaultPlan} VaultPlan */
/** @typedef {{ usdt: Address, vault: Address, nft: Address, pnl: Address, contract: VaultPlan['contract'] }} Target */

/** Days between two of the steady days: more than one, so that each has a daily cap of its own. */
const stepDays = 1.5

/** @param {World} world @returns {Block[]} */
export function vaultBlocks(world) {
  const {
    usdt: token,
    musdtVault,
    musdtNft,
    musdtPnl,
    instantVault,
    instantNft,
    instantPnl,
  } = world.addresses
  const { gToken: gTokenVault, gTokenNft, gTokenPnl } = world.addresses
  const ours = { usdt: token, vault: musdtVault, nft: musdtNft, pnl: musdtPnl, contract: musdt.contract }
  return [
    ...planned(world, musdt, ours),
    ...steadyBlocks(world, ours),
    ...planned(world, instant, { ...ours, vault: instantVault, nft: instantNft, pnl: instantPnl }),
    ...planned(world, gToken, {
      usdt: token,
      vault: gTokenVault,
      nft: gTokenNft,
      pnl: gTokenPnl,
      contract: gToken.contract,
    }),
  ]
}

/** @param {World} world @param {VaultPlan} plan @param {Target} target @returns {Block[]} */
function planned({ at }, plan, target) {
  return plan.events.map((event) => ({ at: at(event[0]), calls: () => callsOf(event, target) }))
}

/**
 * Somebody deposits about 1% of the supply, unless minting is closed; the traders move CR along its way; every other
 * time there is a reward of about 0.05%.
 * @param {World} world
 * @param {Target} target
 * @returns {Block[]}
 */
function steadyBlocks({ rpc, at, below }, target) {
  const { abi } = artifact(target.contract)
  const read = (/** @type {string} */ functionName) =>
    readContract(rpc, { address: target.vault, abi, functionName })
  /** @type {Block[]} */
  const blocks = []
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

/** CR in percent on its way from one known day to the next. @param {number} days */
function collateralizationAt(days) {
  const next = collateralization.findIndex(([day]) => day > days)
  const [endDay, endPercent] = collateralization[next] ?? [0, 100]
  const [startDay, startPercent] = collateralization[next - 1] ?? [endDay - 1, endPercent]
  return startPercent + ((endPercent - startPercent) * (days - startDay)) / (endDay - startDay)
}

/** @param {VaultEvent} event @param {Target} target @returns {Call[]} */
function callsOf(event, target) {
  const { vault, nft, contract } = target
  /** @param {Address} from @param {string} name @param {readonly unknown[]} args */
  const onVault = (from, name, args) => call(from, contract, vault, name, args)

  const [, act] = event
  switch (act) {
    case 'collateralize':
      return [collateralize(target, event[2])]
    case 'reward':
      return reward(target, usdt(event[2]))
    case 'nextEpoch':
      return [onVault(keeper, 'tryNewOpenPnlRequestOrEpoch', [])]
    case 'capSupply':
      return [onVault(keeper, 'tryUpdateCurrentMaxSupply', [])]
  }
  const who = account(event[2])
  switch (act) {
    case 'deposit':
      return deposit(target, who, usdt(event[3]))
    case 'lock': {
      const args = [usdt(event[3]), BigInt(event[4]) * 86_400n, who]
      return [
        ...bring(target.usdt, who, vault, usdt(event[3])),
        onVault(who, 'depositWithDiscountAndLock', args),
      ]
    }
    case 'unlock':
      return [onVault(who, 'unlockDeposit', [BigInt(event[3]), who])]
    case 'transfer':
      return [call(who, 'MusdtLockedNft', nft, 'transferFrom', [who, account(event[4]), BigInt(event[3])])]
    case 'request':
      return [onVault(who, 'makeWithdrawRequest', [usdt(event[3]), who])]
    case 'cancel':
      return [onVault(who, 'cancelWithdrawRequest', [usdt(event[3]), who, BigInt(event[4])])]
    case 'redeem':
      return [onVault(who, 'redeem', [usdt(event[3]), who, who])]
  }
}

/** @param {Target} target @param {Address} who @param {bigint} assets */
function deposit({ usdt: token, vault, contract }, who, assets) {
  return [...bring(token, who, vault, assets), call(who, contract, vault, 'deposit', [assets, who])]
}

/** @param {Target} target @param {bigint} assets */
function reward({ usdt: token, vault, contract }, assets) {
  return [...bring(token, keeper, vault, assets), call(keeper, contract, vault, 'distributeReward', [assets])]
}

/** @param {Target} target @param {number} percent With up to two digits. */
function collateralize({ pnl }, percent) {
  const targetP = BigInt(Math.round(percent * 100)) * 10n ** 16n
  return call(keeper, 'DevPnlSource', pnl, 'setCollateralizationP', [targetP])
}

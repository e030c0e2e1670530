/** The life of both instances as blocks. */
import { decodeFunctionData, type Address, type Hex } from 'viem'
import { devCoinAbi } from '../../../abis/DevCoin'
import { stbtAbi } from '../../../abis/STBT'
import { stbtMinterAbi } from '../../../abis/StbtMinter'
import { stbtTimelockControllerAbi } from '../../../abis/StbtTimelockController'
import { wstbtAbi } from '../../../abis/WSTBT'
import { redemptionDown } from '../../../src/math/stbt-requests'
import { WAD } from '../../../src/math/units'
import { account, keeper, operator } from '../../accounts'
import { call, type Block } from '../../calls'
import type { Receipt } from '../../rpc'
import { eventIn, type Call } from '../../script'
import type { World } from '../../system'
import { coins, inCoin, type CoinAddresses, type CoinName } from './coins'
import { coinsOf, liveInstance, pool, type StbtContracts, type StbtInstance } from './deploy'
import { documentArgs, documentName } from './documents'
import { operation, operationId, saltOf } from './operations'
import { events, type Settlement, type StbtEvent } from './plan'
import { rebaseBlocks } from './rebases'
import { firstReserve, POOL_DUST, settingsBlock } from './settings'

/** A request as its event told it. */
type Request = {
  readonly coin: CoinName
  readonly nonce: bigint
  readonly salt: Hex
  readonly data: Hex
  readonly transactionHash: Hex
}

/** An instance, and what has been asked of it so far. */
type Target = {
  readonly world: World
  readonly instance: StbtInstance
  readonly coinsAt: CoinAddresses
  readonly requests: Map<string, Request>
}

/** Ours and the one with the live rules, through the same year. */
export function stbtHistory(world: World, contracts: StbtContracts) {
  const live = liveInstance(contracts)
  const coinsAt = coinsOf(contracts, world.shared)
  const blocks = [
    settingsBlock(world, contracts, coinsAt),
    settingsBlock(world, live, coinsAt),
    { at: world.at(-368), calls: () => [firstReserve(contracts, 8), firstReserve(live, 18)] },
    ...rebaseBlocks(world, contracts, live),
    ...[contracts, live].flatMap((instance) => {
      const target: Target = { world, instance, coinsAt, requests: new Map() }
      const dust = () => [onToken(target, account(1), 'transfer', [pool, POOL_DUST])]
      return [{ at: world.at(-366.5), calls: dust }, ...events.map((event) => blockOf(target, event))]
    }),
  ]
  const sights = {
    ours: {
      name: 'STBT',
      address: contracts.stbt,
      shows: 'a year of reports, losses carried; every state of a request',
    },
    live: {
      name: 'Live STBT',
      address: live.stbt,
      shows: "the live contracts' rules: losses rebased or kept off chain",
    },
  }
  return { blocks, sights: () => sights }
}

function blockOf(target: Target, event: StbtEvent): Block {
  const at = target.world.at(event[0])
  const [, act, request, , coin] = event
  const calls = () => callsOf(target, event)
  if (act !== 'mint' && act !== 'redeem') return { at, calls }
  const eventName = act === 'mint' ? 'Mint' : 'Redeem'
  return { at, calls, then: (receipts) => target.requests.set(request, told(receipts, eventName, coin)) }
}

/** The request among what a block's last call told. */
function told(receipts: readonly Receipt[], eventName: 'Mint' | 'Redeem', coin: CoinName): Request {
  const receipt = receipts.at(-1)
  const { nonce, salt, data } = eventIn(receipt, stbtMinterAbi, eventName)
  if (receipt === undefined) throw new Error('The block is empty.')
  return { coin, nonce, salt, data, transactionHash: receipt.transactionHash }
}

function callsOf(target: Target, event: StbtEvent): Call[] {
  const { world, instance, coinsAt } = target
  const [, act] = event
  switch (act) {
    case 'mint': {
      const [, , , who, coin, whole] = event
      const token = { address: coinsAt[coin], abi: devCoinAbi }
      const [person, amount] = [account(who), inCoin(coin, whole)]
      return [
        call(person, token, 'faucet', [person, amount]),
        call(person, token, 'approve', [instance.minter, amount]),
        onMinter(target, person, 'mint', [coinsAt[coin], amount, 0n, saltOf(target.requests.size), '0x']),
      ]
    }
    case 'redeem': {
      const [, , , who, coin, whole] = event
      const [person, amount] = [account(who), BigInt(whole) * WAD]
      return [
        onToken(target, person, 'approve', [instance.minter, amount]),
        onMinter(target, person, 'redeem', [amount, coinsAt[coin], saltOf(target.requests.size), '0x']),
      ]
    }
    case 'execute':
      return [onQueue(target, 'execute', operationOf(target, event[2]))]
    case 'reschedule':
      return [onQueue(target, 'schedule', [...operationOf(target, event[2]), 0n])]
    case 'cancel':
      return [onQueue(target, 'cancel', [operationId(operationOf(target, event[2]))])]
    case 'settle':
      return settle(target, event[2], event[3])
    case 'transfer':
      return [onToken(target, account(event[2]), 'transfer', [account(event[3]), BigInt(event[4]) * WAD])]
    case 'courtTransfer': {
      const args = [account(event[2]), account(event[3]), BigInt(event[4]) * WAD, '0x', '0x']
      return [onToken(target, operator, 'controllerTransfer', args)]
    }
    case 'wrap': {
      const [person, amount] = [account(event[2]), BigInt(event[3]) * WAD]
      return [
        onToken(target, person, 'approve', [instance.wstbt, amount]),
        call(person, { address: instance.wstbt, abi: wstbtAbi }, 'wrap', [amount]),
      ]
    }
    case 'unwrap': {
      const wrapper = { address: instance.wstbt, abi: wstbtAbi }
      return [call(account(event[2]), wrapper, 'unwrap', [BigInt(event[3]) * WAD])]
    }
    case 'permit': {
      const [, , who, sendAllowed, receiveAllowed, until] = event
      const expiryTime = until === 'ever' ? 0n : BigInt(world.at(until))
      const permission = { sendAllowed, receiveAllowed, expiryTime }
      return [onToken(target, keeper, 'setPermission', [account(who), permission])]
    }
    case 'document':
      return [onToken(target, operator, 'setDocument', documentArgs(event[2], event[3]))]
    case 'removeDocument':
      return [onToken(target, operator, 'removeDocument', [documentName(event[2])])]
  }
}

/** What is due by the quote, less other fees, is paid out of money that arrives for it. rules.md T8, T9 */
function settle(target: Target, name: string, settlement: Settlement): Call[] {
  const { coin, nonce, data, transactionHash } = requestOf(target, name)
  const { functionName, args } = decodeFunctionData({ abi: stbtAbi, data })
  if (functionName !== 'redeemFrom') throw new Error(`${name} is no redemption.`)
  const [, moved] = args
  const { feeRate, executionPrice, otherFees } = settlement
  const unit = 10n ** BigInt(18 - coins[coin].decimals)
  const { paid } = redemptionDown(moved, executionPrice, feeRate, 0n, { isDivided: true, unit })
  const amount = paid - inCoin(coin, otherFees)
  const address = target.coinsAt[coin]
  return [
    call(operator, { address, abi: devCoinAbi }, 'faucet', [target.instance.minter, amount]),
    onMinter(target, operator, 'redeemSettle', [
      address,
      amount,
      nonce,
      transactionHash,
      feeRate,
      executionPrice,
    ]),
  ]
}

function requestOf({ requests }: Target, name: string): Request {
  const found = requests.get(name)
  if (found === undefined) throw new Error(`Nobody has asked for ${name} yet.`)
  return found
}

/** Arguments of a request's operation in the queue. */
function operationOf(target: Target, name: string) {
  const { data, salt } = requestOf(target, name)
  return operation(target.instance.stbt, data, salt)
}

function onToken({ instance }: Target, from: Address, name: string, args: readonly unknown[]): Call {
  return call(from, { address: instance.stbt, abi: stbtAbi }, name, args)
}

function onMinter({ instance }: Target, from: Address, name: string, args: readonly unknown[]): Call {
  return call(from, { address: instance.minter, abi: stbtMinterAbi }, name, args)
}

function onQueue({ instance }: Target, name: string, args: readonly unknown[]): Call {
  return call(keeper, { address: instance.timelock, abi: stbtTimelockControllerAbi }, name, args)
}

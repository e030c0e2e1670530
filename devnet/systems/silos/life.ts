/** The life of the reserve as blocks: what the plan says, cycle by cycle. */
import type { Address } from 'viem'
import { devCoinAbi } from '../../../abis/DevCoin'
import { siloReserveAbi } from '../../../abis/SiloReserve'
import { trusteesAbi } from '../../../abis/Trustees'
import { account, demo, keeper } from '../../accounts'
import { call, usdt, type Block } from '../../calls'
import type { Call } from '../../script'
import type { World } from '../../system'
import { board, cycleDays, type SilosContracts } from './deploy'
import { answer, feedPrice, movePair } from './market'
import { cycles, distributions, founders } from './plan'

/** Before what needs a price the exchange's average has to be a window long. */
const fortyMinutes = 40 / 1_440

const FIRST_DIVIDEND = 11

/** Number of the slippage among the parameters. */
const SLIPPAGE_KEY = 5

/** The reserve from its first USDtz to a vote that is running. */
export function silosHistory({ at }: World, contracts: SilosContracts) {
  const life = new Life(contracts, at)
  life.begin()
  for (const [index, plan] of cycles.entries()) {
    const number = index + 1
    life.close(number, plan.price, plan.usd, plan.xtz)
    const shares = distributions[number]
    if (shares !== undefined) life.distribute(number, plan.price, shares)
  }
  life.crash()
  life.boom()
  life.present()
  const sight = {
    name: 'Reserve of USDtz',
    address: contracts.reserve,
    shows: 'two years of cycles; a vote running',
  }
  return { blocks: life.blocks, sights: () => ({ reserve: sight }) }
}

/** Writes blocks down. Proposals are numbered as they are made in time, so `proposals` are put in order first. */
class Life {
  readonly blocks: Block[] = []
  private readonly proposed: { readonly day: number; readonly id: { value: bigint } }[] = []

  constructor(
    private readonly contracts: SilosContracts,
    private readonly at: (days: number) => number,
  ) {}

  /** The end of a cycle: the reserve began with the chain. */
  private endOf(number: number): number {
    return -400 + 0.01 + number * cycleDays
  }

  begin(): void {
    const { reserve, usdc, xtz } = this.contracts
    this.blocks.push({ at: this.at(-399.95), calls: () => movePair(this.contracts, feedPrice(1)) })
    this.block(-399.9, () => [
      ...answer(this.contracts, feedPrice(1)),
      ...founders.flatMap(([index, whole]) => [
        ...bring(usdc, account(index), reserve, usdt(whole)),
        this.onReserve(account(index), 'mint', [usdt(whole), account(index), usdt(whole)]),
      ]),
      ...bring(xtz, keeper, reserve, usdt(60_000)),
      this.onReserve(keeper, 'seed', [2, usdt(60_000)]),
    ])
  }

  /** What a cycle has earned arrives, then it is closed. */
  close(number: number, price: number, usd = 0, xtz = 0): void {
    const { reserve, usdc, xtz: xtzToken } = this.contracts
    const day = this.endOf(number)
    this.moment(day, price, () => [
      ...(usd > 0
        ? [...bring(usdc, keeper, reserve, usdt(usd)), this.earn(number % 2 === 0 ? 3 : 1, usd)]
        : []),
      ...(xtz > 0
        ? [...bring(xtzToken, keeper, reserve, usdt(xtz)), this.earn(number % 2 === 0 ? 4 : 2, xtz)]
        : []),
      this.onReserve(keeper, 'closeCycle'),
    ])
  }

  distribute(number: number, price: number, shares: readonly [number, number, number, number]): void {
    const [recapEqualBps, recapFullBps, dividendBps, ecosystemBps] = shares
    const argument = { recapEqualBps, recapFullBps, dividendBps, ecosystemBps }
    const day = this.endOf(number) + 1.02
    const id = this.carry(day, 'proposeDistribution', [argument])
    this.moment(day + 3.02, price, () => [this.onTrustees(keeper, 'execute', [id.value])])
    // Of the first dividend two take their part; the demo account has not claimed any.
    if (number === FIRST_DIVIDEND)
      this.block(day + 3.5, () =>
        [account(1), account(2)].map((who) => this.onReserve(who, 'claim', [this.contracts.usdc, who])),
      )
  }

  /** Between the closings of cycles 13 and 15: Silo 3 buys, runs out, and people leave all the same. */
  crash(): void {
    this.moment(this.endOf(13) + 8, 0.55, () => [this.onReserve(account(4), 'replenish')])
    this.moment(this.endOf(14) + 6, 0.2, () => [this.onReserve(account(5), 'replenish')])
    this.moment(this.endOf(14) + 9, 0.1, () => [
      this.onReserve(account(4), 'redeemUsd', [usdt(20_000), account(4)]),
    ])
  }

  /** After cycle 20 XTZ doubles, and Silo 4 pays for new supply; some of it is sold. */
  boom(): void {
    const day = this.endOf(20) + 1.02
    const id = this.carry(day, 'proposeCover', [usdt(60_000), usdt(50_000)])
    this.moment(day + 3.02, 1.15, () => [this.onTrustees(keeper, 'execute', [id.value])])
    this.block(day + 4, () => [
      ...bring(this.contracts.usdc, account(6), this.contracts.reserve, usdt(15_000)),
      this.onReserve(account(6), 'mint', [usdt(15_000), account(6), usdt(15_000)]),
    ])
    this.moment(this.endOf(23) + 6, 1.22, () => [
      this.onReserve(account(5), 'redeemXtz', [usdt(10_000), account(5), 0n, BigInt(this.at(0))]),
    ])
  }

  /** The running cycle: a change of a parameter is pending, two distributions are voted on. */
  present(): void {
    const day = this.endOf(26) + 1.02
    const change = this.carry(day, 'proposeParameter', [SLIPPAGE_KEY, 80n])
    this.block(day + 3.02, () => [this.onTrustees(keeper, 'execute', [change.value])])
    const ways = [
      [{ recapEqualBps: 0, recapFullBps: 0, dividendBps: 10_000, ecosystemBps: 0 }, account(1)],
      [{ recapEqualBps: 8_000, recapFullBps: 0, dividendBps: 1_000, ecosystemBps: 1_000 }, account(2)],
    ] as const
    for (const [index, [shares, who]] of ways.entries()) {
      const id = this.propose(-1 + index / 100, who, 'proposeDistribution', [shares])
      this.block(-0.9 + index / 100, () => [this.onTrustees(who, 'vote', [id.value])])
    }
    // Enough to mint with, and to see the inventory shrink.
    const coin = { address: this.contracts.usdc, abi: devCoinAbi }
    this.moment(-0.1, 1.22, () => [call(keeper, coin, 'faucet', [demo, usdt(25_000)])])
  }

  /** Proposed by Ada, and carried by all but the demo account. */
  private carry(day: number, functionName: string, args: readonly unknown[]) {
    const id = this.propose(day, account(1), functionName, args)
    this.block(day + 0.1, () => board.slice(1).map(([who]) => this.onTrustees(who, 'vote', [id.value])))
    return id
  }

  /** The number is known once everything is written down: proposals count in order of time. */
  private propose(day: number, who: Address, functionName: string, args: readonly unknown[]) {
    const id = { value: 0n }
    this.proposed.push({ day, id })
    this.proposed.sort((a, b) => a.day - b.day).forEach((one, index) => (one.id.value = BigInt(index + 1)))
    this.block(day, () => [this.onTrustees(who, functionName, args)])
    return id
  }

  /** Something at a price of both sources: the exchange is there a window before. */
  private moment(day: number, price: number, calls: () => readonly Call[]): void {
    this.block(day - fortyMinutes, () => movePair(this.contracts, feedPrice(price)))
    this.block(day, () => [...answer(this.contracts, feedPrice(price)), ...calls()])
  }

  private block(day: number, calls: () => readonly Call[]): void {
    this.blocks.push({ at: this.at(day), calls })
  }

  private earn(silo: number, whole: number): Call {
    return this.onReserve(keeper, 'reportEarnings', [silo, usdt(whole)])
  }

  private onReserve(from: Address, functionName: string, args: readonly unknown[] = []): Call {
    return call(from, { address: this.contracts.reserve, abi: siloReserveAbi }, functionName, args)
  }

  private onTrustees(from: Address, functionName: string, args: readonly unknown[]): Call {
    return call(from, { address: this.contracts.trustees, abi: trusteesAbi }, functionName, args)
  }
}

/** Tokens arrive from outside and are approved to be spent at once. */
function bring(token: Address, from: Address, spender: Address, amount: bigint): Call[] {
  const coin = { address: token, abi: devCoinAbi }
  return [call(from, coin, 'faucet', [from, amount]), call(from, coin, 'approve', [spender, amount])]
}

/** The life of TUSDT as blocks: what the plan says, from the first backing to a price that is about to fall. */
import type { Address } from 'viem'
import { devCoinAbi } from '../../../abis/DevCoin'
import { osmAbi } from '../../../abis/Osm'
import { taoBackingAbi } from '../../../abis/TaoBacking'
import { tusdtAbi } from '../../../abis/Tusdt'
import { tusdtBookAbi } from '../../../abis/TusdtBook'
import { vaultEngineAbi } from '../../../abis/VaultEngine'
import { account } from '../../accounts'
import { call, type Block } from '../../calls'
import { readContract } from '../../contract'
import { eventIn } from '../../script'
import type { Receipt } from '../../rpc'
import type { Call } from '../../script'
import type { World } from '../../system'
import { emergency, governance, percent, type CollateralContracts } from './deploy'
import * as market from './market'
import { calm, crash, dip, fallen, falling, late, subnets, symbols, types, vaults } from './plan'
import type { Prices, TypeSymbol } from './plan'

const WAD = 10n ** 18n
const minute = 1 / 1_440
const MAX = 2n ** 256n - 1n

/** A number of the vault's parameters. */
const FEE_KEY = 2

/** Who minted at the start, and whole TAO. */
const minters = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => [account(index), index === 0 ? 60 : 300] as const)

/** TUSDT from its first unit to the present. */
export function collateralHistory(world: World, contracts: CollateralContracts) {
  const life = new Life(world, contracts)
  life.begin()
  life.open()
  life.sell()
  life.pay()
  life.present()
  const sight = { name: 'TUSDT', address: contracts.backing, shows: 'forty vaults; a price about to fall' }
  return { blocks: life.blocks, sights: () => ({ backing: sight }) }
}

/** Writes blocks down. */
class Life {
  readonly blocks: Block[] = []
  #market: Promise<market.Market> | undefined

  constructor(
    private readonly world: World,
    private readonly contracts: CollateralContracts,
  ) {}

  begin(): void {
    const { book, backing } = this.contracts
    this.block(-99.5, () => [
      call(governance, { address: book, abi: tusdtBookAbi }, 'setBacking', [backing]),
      ...symbols.map((symbol) =>
        call(governance, { address: book, abi: tusdtBookAbi }, 'propose', [this.engine(symbol), 1n]),
      ),
    ])
    this.prices(-98, calm)
    this.block(-98, async () => {
      const { tao } = await this.#found()
      return [
        ...bring(tao, governance, backing, 4_000n * WAD),
        ...bring(this.contracts.usdc, governance, backing, 150_000n * 10n ** 6n),
        this.onBacking(governance, 'addBacking', [4_000n * WAD, 150_000n * 10n ** 6n]),
        ...symbols.map((symbol) =>
          call(governance, { address: book, abi: tusdtBookAbi }, 'applyChange', [this.engine(symbol)]),
        ),
      ]
    })
    this.block(-98 + minute, async () => {
      const { tao } = await this.#found()
      return minters.flatMap(([who, whole]) => [
        ...bring(tao, who, backing, BigInt(whole) * WAD),
        this.onBacking(who, 'mint', [BigInt(whole) * WAD, who, 0n]),
      ])
    })
  }

  /** Nine vaults of each type, owned by many. */
  open(): void {
    this.prices(-90, calm)
    for (const [place, symbol] of symbols.entries())
      this.block(-90 + (place + 1) * minute, () =>
        this.#opening(
          symbol,
          calm,
          vaults.map(([of100, drawn], index) => [account((index * 3 + place) % 14), of100 * 10, drawn]),
        ),
      )
  }

  /** Two auctions of SN64 that end with a rest for the vault, and one of SN8 that leaves bad debt. */
  sell(): void {
    const sold = [1_130, 1_140]
    this.prices(-60, calm)
    this.block(-60 + minute, () => this.#opening('SN64', calm, [[account(8), sold[0] ?? 0, 6_000]]))
    this.block(-60 + 2 * minute, () => this.#opening('SN8', calm, [[account(9), 1_100, 5_000]]))
    this.prices(-40, dip)
    const first = { id: 0n }
    this.#liquidate(-40 + minute, 'SN64', account(2), () => this.#last('SN64'), first)
    this.block(-40 + 20 * minute, () => this.#take('SN64', first.id, account(1), 20n * WAD))
    this.block(-40 + 40 * minute, () => this.#take('SN64', first.id, account(3), MAX))
    this.prices(-25, crash)
    const second = { id: 0n }
    this.#liquidate(-25 + minute, 'SN8', account(3), () => this.#last('SN8'), second)
    this.block(-25 + 60 * minute, () => this.#take('SN8', second.id, account(2), MAX))
  }

  /** Interest that is paid in time by some, and by one never: its fee is assessed. */
  pay(): void {
    for (const [day, payers] of [
      [-74, [0, 1, 4]],
      [-46, [0, 1, 4, 7]],
      [-17, [0, 1]],
    ] as const)
      this.block(day, async () => {
        const engine = this.engine('TAO')
        const calls: Call[] = []
        for (const index of payers) {
          const id = BigInt(index + 1)
          const view = await readContract(this.world.rpc, {
            address: engine,
            abi: vaultEngineAbi,
            functionName: 'vault',
            args: [id],
          })
          calls.push(...(await this.#approveBook(view.stored.owner)))
          calls.push(
            call(view.stored.owner, { address: engine, abi: vaultEngineAbi }, 'repay', [
              id,
              view.interest + WAD,
            ]),
          )
        }
        return calls
      })
    this.block(-16, () => [
      call(account(7), { address: this.engine('TAO'), abi: vaultEngineAbi }, 'assess', [3n]),
    ])
  }

  /** The last fall, and what it leaves behind. */
  present(): void {
    this.prices(-3, calm)
    for (const [index, [symbol, owner, perMille, drawn]] of late.entries())
      this.block(-3 + (index + 1) * minute, () =>
        this.#opening(symbol, calm, [[account(owner), perMille, drawn]]),
      )
    this.block(-1, async () => {
      const { types: found } = await this.#found()
      const frozen = found.find(({ symbol }) => symbol === 'SN8')
      return frozen ? [call(emergency, { address: frozen.osm, abi: osmAbi }, 'freeze')] : []
    })
    this.block(-0.6, () => [
      call(governance, { address: this.engine('SN64'), abi: vaultEngineAbi }, 'propose', [
        FEE_KEY,
        types.SN8.feeRay,
      ]),
    ])
    this.prices(-0.4, fallen, ['SN8'])
    // The last two vaults of SN64: the first auction is stale by now, the second runs.
    this.#liquidate(-0.4 + minute, 'SN64', account(1), async () => (await this.#last('SN64')) - 1n)
    this.#liquidate(-0.05, 'SN64', account(2), () => this.#last('SN64'))
    this.block(-0.15, async () => {
      const sn64 = (await this.#found()).types.find(({ symbol }) => symbol === 'SN64')
      return sn64?.pool
        ? [market.movePool(sn64.pool, sn64.coin, BigInt(falling.SN64)), market.observePrice(sn64.pool)]
        : []
    })
    // Queued half an hour before the end: current an hour later.
    this.block(-30 * minute, async () => {
      const found = await this.#found()
      const open = found.types.filter(({ symbol }) => symbol !== 'SN8')
      return [
        market.answerTao(found, fallen.TAO),
        ...open.flatMap(({ pool }) => (pool ? [market.observeLiquidity(pool)] : [])),
        ...open.map(({ osm }) => market.poke(osm)),
      ]
    })
  }

  /** These prices are current at a moment of the day: pools move three hours before, feeds answer and are queued twice. */
  prices(day: number, { TAO, ...inTao }: Prices, frozen: readonly TypeSymbol[] = []): void {
    const moved = subnets.filter((symbol) => !frozen.includes(symbol))
    const poolsOf = async () =>
      (await this.#found()).types.flatMap(({ symbol, coin, osm, pool }) =>
        pool ? moved.flatMap((one) => (one === symbol ? [{ symbol: one, coin, osm, pool }] : [])) : [],
      )
    this.block(day - 200 * minute, async () =>
      (await poolsOf()).flatMap(({ symbol, coin, pool }) => [
        market.movePool(pool, coin, BigInt(inTao[symbol])),
        market.observePrice(pool),
      ]),
    )
    this.block(day - 199 * minute, async () =>
      (await poolsOf()).map(({ pool }) => market.observeLiquidity(pool)),
    )
    for (const before of [130, 65])
      this.block(day - before * minute, async () => {
        const found = await this.#found()
        const pools = await poolsOf()
        return [
          market.answerTao(found, TAO),
          ...pools.map(({ pool }) => market.observeLiquidity(pool)),
          ...[found.taoOsm, ...pools.map(({ osm }) => osm)].map(market.poke),
        ]
      })
    // The feed is as young as what is judged by it.
    this.block(day - minute, async () => [market.answerTao(await this.#found(), TAO)])
  }

  private block(day: number, calls: Block['calls'], then?: Block['then']): void {
    this.blocks.push({ at: this.world.at(day), calls, ...(then && { then }) })
  }

  private engine(symbol: TypeSymbol): Address {
    return this.contracts[`engine${symbol}`]
  }

  private onBacking(from: Address, functionName: string, args: readonly unknown[]): Call {
    return call(from, { address: this.contracts.backing, abi: taoBackingAbi }, functionName, args)
  }

  /** Vaults with so much collateral that their ratio is so many per mille of the type's liquidation ratio. */
  async #opening(
    symbol: TypeSymbol,
    { TAO, ...inTao }: Prices,
    some: readonly (readonly [owner: Address, perMille: number, drawn: number])[],
  ): Promise<readonly Call[]> {
    const engine = this.engine(symbol)
    const coin = (await this.#found()).types.find((type) => type.engine === engine)?.coin
    if (!coin) throw new Error(`There is no type ${symbol}.`)
    // Hundred-millionths of a USD.
    const price = BigInt(TAO) * (symbol === 'TAO' ? 1_000_000n : BigInt(inTao[symbol]))
    return some.flatMap(([owner, perMille, drawn]) => {
      const wanted = BigInt(drawn) * BigInt(perMille) * percent(types[symbol].liquidationRatio)
      const amount = (wanted * 100_000_000n) / (1_000n * price)
      const open = call(owner, { address: engine, abi: vaultEngineAbi }, 'open', [
        amount,
        BigInt(drawn) * WAD,
        owner,
      ])
      return [...bring(coin, owner, engine, amount), open]
    })
  }

  #liquidate(
    day: number,
    symbol: TypeSymbol,
    who: Address,
    vault: () => Promise<bigint>,
    auction?: { id: bigint },
  ): void {
    const engine = this.engine(symbol)
    this.block(
      day,
      async () => [call(who, { address: engine, abi: vaultEngineAbi }, 'liquidate', [await vault()])],
      ([receipt]: readonly Receipt[]) => {
        if (auction) auction.id = eventIn(receipt, vaultEngineAbi, 'Liquidated').auctionId
      },
    )
  }

  async #take(symbol: TypeSymbol, id: bigint, who: Address, ask: bigint): Promise<readonly Call[]> {
    const take = call(who, { address: this.engine(symbol), abi: vaultEngineAbi }, 'take', [id, ask, MAX, who])
    return [...(await this.#approveBook(who)), take]
  }

  async #approveBook(who: Address): Promise<readonly Call[]> {
    const { book } = this.contracts
    const tusdt = await readContract(this.world.rpc, {
      address: book,
      abi: tusdtBookAbi,
      functionName: 'tusdt',
    })
    return [call(who, { address: tusdt, abi: tusdtAbi }, 'approve', [book, MAX])]
  }

  /** The newest vault of a type. */
  #last(symbol: TypeSymbol): Promise<bigint> {
    return readContract(this.world.rpc, {
      address: this.engine(symbol),
      abi: vaultEngineAbi,
      functionName: 'vaultCount',
    })
  }

  #found(): Promise<market.Market> {
    this.#market ??= market.marketOf(
      this.world.rpc,
      this.contracts,
      symbols.map((symbol) => this.engine(symbol)),
    )
    return this.#market
  }
}

/** Tokens arrive from outside and are approved to be spent at once. */
function bring(token: Address, from: Address, spender: Address, amount: bigint): Call[] {
  const coin = { address: token, abi: devCoinAbi }
  return [call(from, coin, 'faucet', [from, amount]), call(from, coin, 'approve', [spender, amount])]
}

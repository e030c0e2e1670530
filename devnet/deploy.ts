/** Puts all contracts on an empty local chain. The operator's nonces decide the addresses: they are always the same. */
import { encodeDeployData, getContractAddress, keccak256, toBytes, type Address, type Hex } from 'viem'
import { keeper, operator, treasurer } from './accounts'
import { chainSeconds } from './actions'
import { artifact } from './artifacts'
import { connect } from './rpc'
import { mineBlock, type Call, type Creation } from './script'

export type Addresses = {
  readonly multicall3: Address
  readonly usdt: Address
  readonly btc: Address
  readonly mstr: Address
  readonly mstrFeed: Address
  readonly btcFeed: Address
  readonly mstrOracle: Address
  readonly btcOracle: Address
  readonly treasury: Address
  readonly backstopRegistry: Address
  /** Our vault with epochs; the one the app shows. */
  readonly musdtVault: Address
  readonly musdtNft: Address
  /** Traders of the vault (`DevPnlSource`). */
  readonly musdtPnl: Address
  /** Our vault with an instant exit. */
  readonly instantVault: Address
  readonly instantNft: Address
  readonly instantPnl: Address
  /** A vault with the rules of a live GToken. */
  readonly gToken: Address
  readonly gTokenNft: Address
  readonly gTokenPnl: Address
}

/** Where Multicall3 is on public chains. */
const multicall3 = '0xcA11bde05977b3631167028862bE2a173976CA11'

/** A feed may leave this much time between two answers: days pass quickly here. */
const heartbeatSeconds = 365n * 86_400n

/** How late an answer may be after that. */
const graceSeconds = 3_600n

/** Length of the vault's epochs. rules.md M8 */
export const EPOCH_SECONDS = 3n * 86_400n

/** Up to which there may be minted in any case, in units of mUSDT (6 decimals). rules.md M7 */
const bootstrapMaxSupply = { musdt: 700_000n * 10n ** 6n, instant: 100_000n * 10n ** 6n }

/** Creations and calls that fit one block together. */
const blockSize = 6

export const roleId = (role: string): Hex => keccak256(toBytes(role))

/**
 * Deploys everything in blocks 12 seconds apart after the newest one, and grants the roles. The operator must not have
 * sent anything yet.
 */
export async function deploy(rpcUrl: string): Promise<Addresses> {
  const rpc = connect(rpcUrl)
  let nonce = 0n
  const steps: (Call | Creation)[] = []

  const create = (name: string, args: readonly unknown[] = []): Address => {
    const { abi, bytecode } = artifact(name)
    steps.push({ from: operator, label: name, data: encodeDeployData({ abi, bytecode, args }) })
    return getContractAddress({ from: operator, nonce: nonce++ })
  }
  const grant = (name: string, address: Address, role: string, holder: Address) => {
    steps.push({
      from: operator,
      address,
      abi: artifact(name).abi,
      functionName: 'grantRole',
      args: [roleId(role), holder],
    })
    nonce += 1n
  }

  const usdt = create('TetherUSD')
  const btc = create('WrappedBitcoin')
  const mstr = create('MstrToken', [operator])
  const mstrFeed = create('DevPriceFeed', [8, 'MSTR / USD'])
  const btcFeed = create('DevPriceFeed', [8, 'BTC / USD'])
  const treasury = create('Treasury', [usdt, operator])
  const mstrOracle = create('TwapOracle', [
    create('PriceFeedAdapter', [mstrFeed, heartbeatSeconds]),
    graceSeconds,
  ])
  const btcOracle = create('TwapOracle', [
    create('PriceFeedAdapter', [btcFeed, heartbeatSeconds]),
    graceSeconds,
  ])
  const implementations = {
    series: create('BackstopSeries', [usdt, btc, mstr, treasury, mstrOracle, btcOracle]),
    pool: create('BackstopPool', [usdt, btc, mstr]),
    ledger: create('SeriesLedger', [usdt]),
    note: create('NoteNFT'),
    warrant: create('WarrantNFT'),
  }
  const backstopRegistry = create('BackstopRegistry', [implementations, operator])
  grant('MstrToken', mstr, 'REGISTRAR_ROLE', backstopRegistry)
  grant('Treasury', treasury, 'REGISTRAR_ROLE', backstopRegistry)
  grant('Treasury', treasury, 'TREASURER_ROLE', treasurer)
  grant('BackstopRegistry', backstopRegistry, 'OPERATOR_ROLE', operator)
  grant('BackstopRegistry', backstopRegistry, 'PAUSER_ROLE', keeper)

  const design = create('MusdtNftDesign')
  /** Epochs in seconds; `cap` of the supply while there is none. */
  const createVault = (epochLength: bigint, cap: bigint) => {
    const nft = create('MusdtLockedNft', [design])
    const config = {
      asset: usdt,
      lockedDepositNft: nft,
      admin: operator,
      epochLength,
      bootstrapMaxSupply: cap,
    }
    const vault = create('MUSDTVault', [config])
    const pnl = create('DevPnlSource', [vault])
    grant('MUSDTVault', vault, 'PNL_ROLE', pnl)
    grant('MUSDTVault', vault, 'PAUSER_ROLE', keeper)
    return { vault, nft, pnl }
  }
  const musdt = createVault(EPOCH_SECONDS, bootstrapMaxSupply.musdt)
  const instant = createVault(0n, bootstrapMaxSupply.instant)
  const gTokenNft = create('MusdtLockedNft', [design])
  const gToken = create('GTokenStandIn', [usdt, gTokenNft])
  const gTokenPnl = create('DevPnlSource', [gToken])

  await rpc('anvil_setCode', [multicall3, artifact('Multicall3').runtime])
  const startedAt = await chainSeconds(rpc)
  for (let done = 0; done < steps.length; done += blockSize)
    await mineBlock(rpc, startedAt + 12 * (done / blockSize + 1), steps.slice(done, done + blockSize))
  await rpc('evm_setAutomine', [true])
  return {
    multicall3,
    usdt,
    btc,
    mstr,
    mstrFeed,
    btcFeed,
    mstrOracle,
    btcOracle,
    treasury,
    backstopRegistry,
    musdtVault: musdt.vault,
    musdtNft: musdt.nft,
    musdtPnl: musdt.pnl,
    instantVault: instant.vault,
    instantNft: instant.nft,
    instantPnl: instant.pnl,
    gToken,
    gTokenNft,
    gTokenPnl,
  }
}

/** The app's config.json for a devnet. */
export function appConfig(addresses: Addresses, rpcUrl: string, blockSeconds: number) {
  const { multicall3, usdt, btc, mstr, backstopRegistry, musdtVault } = addresses
  return {
    networks: [
      {
        chainId: 31337,
        name: 'Devnet',
        isDevnet: true,
        rpcUrls: [rpcUrl],
        deploymentBlock: 0,
        finalityBlocks: 3,
        blockSeconds,
        contracts: {
          shared: { multicall3, usdt },
          backstop: { registry: backstopRegistry, btc, mstr },
          musdt: { vault: musdtVault },
        },
      },
    ],
  }
}

import { keccak256, toBytes, toFunctionSelector, type Address } from 'viem'
import type { Kit } from './kit'

export type StbtContractParameters = {
  /** A Chainlink feed that says what the reserve is worth. It can't be changed later. */
  readonly reserveFeed: Address
  /** How long its answer is good for, seconds. */
  readonly reserveHeartbeatSeconds: bigint
  /** Redeemed STBT and deposits go there. */
  readonly pool: Address
  /** How long a call waits in the queue, in seconds, by the function of STBT that it calls. */
  readonly queueSeconds: Readonly<Record<string, bigint>>
  /** Who executes what has waited; the zero address is anybody. */
  readonly executor: Address
  /** Who reports interest, beside the Minter, which queues by itself. */
  readonly proposers: readonly Address[]
  readonly cancellers: readonly Address[]
}

export type StbtParameters = StbtContractParameters & {
  /** Administrator of the queue, owner of STBT and of the Minter; a multisig. */
  readonly owner: Address
  /** Grants permissions to hold. */
  readonly moderator: Address
  /** Moves and burns where the law asks for it. */
  readonly controller: Address
  /** Most interest of one report (1e18 = 100%), and least seconds between two. rules.md T15 */
  readonly maxDistributeRatioWad: bigint
  readonly minDistributeSeconds: bigint
}

/** The token, its queue, the Minter and the wrapper. The deployer is the owner of all of it. */
export function putStbtContracts(kit: Kit, parameters: StbtContractParameters) {
  const { create, grant, deployer } = kit
  const { pool, proposers, cancellers, reserveFeed } = parameters
  const selectors = Object.keys(parameters.queueSeconds).map((signature) => toFunctionSelector(signature))
  const delays = Object.values(parameters.queueSeconds)
  const stbt = create('STBT', [deployer, reserveFeed, parameters.reserveHeartbeatSeconds])
  const timelock = create('StbtTimelockController', [[], [parameters.executor], deployer, selectors, delays])
  const minter = create('StbtMinter', [timelock, stbt, pool])
  const wstbt = create('WSTBT', ['Wrapped STBT', 'wSTBT', stbt])
  for (const proposer of [minter, ...proposers]) grant(timelock, 'PROPOSER_ROLE', proposer)
  for (const canceller of cancellers) grant(timelock, 'CANCELLER_ROLE', canceller)
  return { stbt, minter, timelock, wstbt, reserveFeed }
}

/**
 * The contracts with their bounds, handed over to their owner. Left to the moderator and the owner: permissions of the pool
 * and the wrapper, and the coins of the Minter.
 */
export function putStbt(kit: Kit, parameters: StbtParameters) {
  const { call, grant, deployer } = kit
  const { owner } = parameters
  const contracts = putStbtContracts(kit, parameters)
  const onToken = (functionName: string, value: Address | bigint) =>
    call('STBT', contracts.stbt, functionName, [value])
  onToken('setIssuer', contracts.timelock)
  onToken('setController', parameters.controller)
  onToken('setModerator', parameters.moderator)
  onToken('setMaxDistributeRatio', parameters.maxDistributeRatioWad)
  onToken('setMinDistributeInterval', parameters.minDistributeSeconds)
  if (owner.toLowerCase() === deployer.toLowerCase()) return contracts
  onToken('transferOwnership', owner)
  call('StbtMinter', contracts.minter, 'transferOwnership', [owner])
  grant(contracts.timelock, 'TIMELOCK_ADMIN_ROLE', owner)
  const queueAdmin = keccak256(toBytes('TIMELOCK_ADMIN_ROLE'))
  call('StbtTimelockController', contracts.timelock, 'renounceRole', [queueAdmin, deployer])
  return contracts
}

/**
 * What a system is on the local chain: one folder, `systems/<id>`, and one line in `systems.ts`. Its files run in Node
 * and in the browser.
 */
import type { Abi, Address } from 'viem'
import type { Kit } from '../contracts/deploy/kit'
import type { ContractNeeds } from '../src/chain/contract-needs'
import type { Block } from './calls'
import type { Rpc } from './rpc'

/** Contracts by name. */
export type Group = Readonly<Record<string, Address | undefined>>

/** Contracts by system, as config.json groups them. */
export type Groups = Readonly<Record<string, Group | undefined>>

/** What several systems use. */
export type Shared = { readonly multicall3: Address; readonly usdt: Address }

/** What everything in a history happens in. */
export type World = {
  readonly rpc: Rpc
  readonly shared: Shared
  /** Unix seconds. */
  readonly endTime: number
  /** Unix seconds of a day relative to the end. */
  readonly at: (days: number) => number
  /** Random integers, this system's own: what happens in another one changes nothing here. */
  readonly below: (below: number) => number
}

/** Something a history leaves behind that is worth a look. */
export type Sight = { readonly name: string; readonly address: Address; readonly shows: string }

type History = {
  readonly blocks: readonly Block[]
  /** What there is to see once all blocks are mined, by what it is there for. */
  readonly sights: () => Readonly<Record<string, Sight>>
}

/** A time (unix seconds) at which something opens, closes or ends, and what. */
export type Edge = { readonly seconds: number; readonly what: string; readonly kind?: string }

/** A contract the devnet wallet meets: what to call it, and how to read what is asked of it. */
export type NamedContract = { readonly address: Address; readonly label: string; readonly abi: Abi }

/** A button of the panel: does something to the chain, and says what has happened. */
export type PanelAction = { readonly label: string; readonly run: () => Promise<string> }
export type PanelGroup = { readonly title: string; readonly actions: readonly PanelAction[] }

/** A running chain. */
export type Running = {
  readonly rpc: Rpc
  /** To a later time (unix seconds). */
  readonly moveClock: (seconds: number) => Promise<void>
}

export type DevnetSystem = {
  /** As in `src/systems.ts`. */
  readonly id: string
  /** Which of its contracts config.json names. */
  readonly needs: ContractNeeds
  /** Added to the seed of the history: never changed, and no other system's. */
  readonly randomOffset: number
  /** Kinds of edges one can jump to by name: "maturity". */
  readonly edgeKinds: readonly string[]
  /** Asks for its contracts, and names them. */
  deploy(kit: Kit, shared: Shared): Group
  /** A hundred days of it, written down before they happen. */
  history(world: World, contracts: Group): History
  /** When something opens, closes or ends; past ones may be among them. */
  edges(rpc: Rpc, contracts: Group): Promise<readonly Edge[]>
  /** What its keepers do when time has passed. */
  clockMoved?(rpc: Rpc, contracts: Group): Promise<void>
  namedContracts(rpc: Rpc, contracts: Group): Promise<readonly NamedContract[]>
  /** What a person can do to it now. */
  panel(chain: Running, contracts: Group): Promise<readonly PanelGroup[]>
}

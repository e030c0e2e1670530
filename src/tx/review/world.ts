import type { Network } from '../../chain/config'
import type { OnScreen } from '../../chain/on-screen'
import type { SingleNode } from '../../chain/transport'
import type { Followed } from '../follow/follow'
import type { JournalStore } from '../follow/journal-store'
import type { Wallet } from '../wallet'

/** What a review reads, asks and writes to. */
export type World = Followed & {
  readonly network: Pick<Network, 'chainId' | 'contracts'>
  /** Every node by itself: to compare what they say. */
  readonly nodes: readonly SingleNode[]
  readonly getWallet: () => Promise<Wallet | undefined>
  readonly journal: JournalStore
  /** What the page was drawn from when the plan was made. */
  readonly onScreen: readonly OnScreen[]
}

import type { Rpc } from '../../devnet/rpc'
import type { Network } from '../chain/config'

type Practice = { readonly rpc: Rpc; readonly contracts: Network['contracts'] }

let running: Practice | undefined

export function keepPractice(practice: Practice): void {
  running = practice
}

/** The chain in this tab. Throws where none was opened. */
export function practice(): Practice {
  if (!running) throw new Error('No practice was opened.')
  return running
}

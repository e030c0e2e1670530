import type { Address } from 'viem'

import { demo } from '../../devnet/accounts'
import type { Rpc } from '../../devnet/rpc'
import { PRACTICE_CHAIN_ID } from '../chain/practice'
import { safeStorage } from '../chain/safe-storage'
import { announceWallet } from '../devnet/announce'
import { LocalWallet } from '../devnet/provider'

const NAME = 'Practice wallet'
const RDNS = 'local.ballast.practice'

let account: Address | undefined = demo
const listeners = new Set<() => void>()

function select(next: Address | undefined): void {
  account = next
  for (const listener of listeners) listener()
}

/**
 * Announces a wallet with one account, which has a part in almost everything, and has the page take it up as the one used
 * last. It sends at once what it is asked to: the review before it is the same as ever, and nothing is at stake.
 */
export function startWallet(rpc: Rpc): void {
  const keeper = {
    name: 'practice wallet',
    account: () => account,
    select,
    subscribe: (listener: () => void) => listeners.add(listener),
    askForAccount: () => Promise.resolve(demo),
    askToSend: () => Promise.resolve(true),
  }
  announceWallet(new LocalWallet(rpc, PRACTICE_CHAIN_ID, keeper), {
    uuid: '195107415-ba11-4a57-8a00-000195107415',
    name: NAME,
    rdns: RDNS,
  })
  safeStorage.setItem('ballast.wallet.recentConnectorId', JSON.stringify(`${RDNS} ${NAME}`))
}

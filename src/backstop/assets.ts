import type { Address } from 'viem'

import type { Network } from '../chain/config'
import type { Asset } from '../tx/plan/plan'
import { backstopContracts } from './contracts'
import { USDT_DECIMALS } from '../math/tether'
import { BTC_DECIMALS, MSTR_DECIMALS } from './format'
import type { PayoutSymbol } from './enums'

type Erc20 = Extract<Asset, { kind: 'erc20' }>
type Erc721 = Extract<Asset, { kind: 'erc721' }>

/** The three tokens a series pays with, at the addresses of this network. */
export function assetsOf(network: Pick<Network, 'contracts'>): Readonly<Record<PayoutSymbol, Erc20>> {
  const { usdt, btc, mstr } = backstopContracts(network)
  return {
    USDT: { kind: 'erc20', address: usdt, symbol: 'USDT', decimals: USDT_DECIMALS },
    BTC: { kind: 'erc20', address: btc, symbol: 'BTC', decimals: BTC_DECIMALS },
    MSTR: { kind: 'erc20', address: mstr, symbol: 'MSTR', decimals: MSTR_DECIMALS },
  }
}

/** A series' principal claim: repays USDT at maturity. */
export function noteOf(note: Address): Erc721 {
  return { kind: 'erc721', address: note, symbol: 'Note NFT' }
}

/** A series' option on MSTR, exercised by paying USDT into the ledger. */
export function warrantOf(warrant: Address): Erc721 {
  return { kind: 'erc721', address: warrant, symbol: 'Warrant NFT' }
}

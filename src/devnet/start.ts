import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { connect } from '../../devnet/rpc'
import type { Network } from '../chain/config'
import { announceWallet } from './announce'
import { devnetKeeper } from './keeper'
import { LocalWallet } from './provider'
import { RequestDialog } from './RequestDialog'

let isStarted = false

/** Announces the devnet wallet by EIP-6963. Does nothing on any other chain than the local one. */
export function startDevnetWallet(network: Network): void {
  const [rpcUrl] = network.rpcUrls
  if (isStarted || !network.isDevnet || network.chainId !== 31337 || rpcUrl === undefined) return
  isStarted = true
  announceWallet(new LocalWallet(connect(rpcUrl), network.chainId, devnetKeeper), {
    uuid: '31337000-ba11-4a57-8a00-000000031337',
    name: 'Devnet wallet',
    rdns: 'local.ballast.devnet',
  })

  const host = document.createElement('div')
  document.body.append(host)
  createRoot(host).render(createElement(RequestDialog, { network }))
}

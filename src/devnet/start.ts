import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import type { Network } from '../chain/config'
import { DevnetProvider } from './provider'
import { RequestDialog } from './RequestDialog'

const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0b5f7d"/><path d="M7 12h18v12H7zM10 8h12v4" fill="none" stroke="#fff" stroke-width="2"/><circle cx="20" cy="18" r="2" fill="#fff"/></svg>',
  )

let isStarted = false

/** Announces the devnet wallet by EIP-6963. Does nothing on any other chain than the local one. */
export function startDevnetWallet(network: Network): void {
  const [rpcUrl] = network.rpcUrls
  if (isStarted || !network.isDevnet || network.chainId !== 31337 || rpcUrl === undefined) return
  isStarted = true
  const provider = new DevnetProvider(rpcUrl, network.chainId)
  const info = {
    uuid: '31337000-ba11-4a57-8a00-000000031337',
    name: 'Devnet wallet',
    icon,
    rdns: 'local.ballast.devnet',
  }
  const detail = Object.freeze({ info: Object.freeze(info), provider })
  const announce = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  window.addEventListener('eip6963:requestProvider', announce)
  announce()

  const host = document.createElement('div')
  document.body.append(host)
  createRoot(host).render(createElement(RequestDialog, { network }))
}

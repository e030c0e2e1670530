import type { LocalWallet } from './provider'

const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0b5f7d"/><path d="M7 12h18v12H7zM10 8h12v4" fill="none" stroke="#fff" stroke-width="2"/><circle cx="20" cy="18" r="2" fill="#fff"/></svg>',
  )

/** Announces a wallet as extensions do (EIP-6963), now and whenever the page asks. */
export function announceWallet(
  provider: LocalWallet,
  about: { readonly uuid: string; readonly name: string; readonly rdns: string },
): void {
  const detail = Object.freeze({ info: Object.freeze({ ...about, icon }), provider })
  const announce = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  window.addEventListener('eip6963:requestProvider', announce)
  announce()
}

import { plainText } from '../chain/plain-text'

/** What a page needs of a wallet (EIP-1193); that it is one is checked, what it answers is not. */
export type RawProvider = { readonly request: (args: unknown) => Promise<unknown> }

export type FoundWallet = {
  /** Names the same wallet again on the next visit. */
  readonly id: string
  readonly name: string
  readonly icon: string
  readonly provider: RawProvider
}

const LONGEST_TEXT = 100
const LONGEST_NAME = 40
const LONGEST_ICON = 200_000

/** A wallet drawn by us, for those that bring no picture. */
export const WALLET_ICON =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 28 28%22%3E%3Crect width=%2228%22 height=%2228%22 fill=%22%230b5f7d%22/%3E%3Cpath d=%22M7 9h14v11H7zM7 9l10-3v3M18 14.5h3%22 fill=%22none%22 stroke=%22%23fff%22 stroke-width=%221.6%22/%3E%3C/svg%3E'

/**
 * What a wallet says about itself by EIP-6963, or undefined where that is no wallet: any script on the page can
 * announce anything. `key` is the same when the same wallet announces itself again.
 */
export function readAnnouncement(detail: unknown): (FoundWallet & { readonly key: string }) | undefined {
  try {
    const { info, provider } = detail as { info: Record<string, unknown>; provider: unknown }
    if (!isProvider(provider)) return undefined
    const name = plainText(shortText(info['name']), LONGEST_NAME)
    const rdns = plainText(shortText(info['rdns']), LONGEST_TEXT)
    const { icon, uuid } = info
    if (name === '' && rdns === '') return undefined
    return {
      key: `${shortText(uuid)} ${rdns} ${name}`,
      // Two builds of one wallet share their rdns.
      id: `${rdns} ${name}`,
      name: name === '' ? plainText(rdns, LONGEST_NAME) : name,
      icon: isIcon(icon) ? icon : WALLET_ICON,
      provider,
    }
  } catch {
    // Nothing, text, or an object that throws when it is looked at.
    return undefined
  }
}

export function isProvider(value: unknown): value is RawProvider {
  try {
    return typeof value === 'object' && value !== null && typeof (value as RawProvider).request === 'function'
  } catch {
    return false
  }
}

const shortText = (value: unknown) => (typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : '')

/** RainbowKit leaves a wallet out whose icon is anything else. */
const isIcon = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST_ICON && value.startsWith('data:image/')

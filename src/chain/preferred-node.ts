import { safeStorage } from './safe-storage'
import { isSafeUrl } from './safe-url'

type NodesOf = { readonly chainId: number; readonly rpcUrls: readonly string[] }

const key = (chainId: number) => `ballast.node.${chainId}`

/** The node a person wants asked first, or undefined. What is stored is believed only as far as it is a safe URL. */
export function preferredNode(chainId: number): string | undefined {
  const url = safeStorage.getItem(key(chainId))
  return url !== null && isSafeUrl(url) ? url : undefined
}

/** Remembers the node to ask first from the next page load on; undefined goes back to the configured order. */
export function preferNode(chainId: number, url: string | undefined): void {
  if (url === undefined) safeStorage.removeItem(key(chainId))
  else safeStorage.setItem(key(chainId), url)
}

/** The nodes in the order they are asked: the preferred one, then the configured ones as its spares. trust.md D15 */
export function nodesInOrder({ chainId, rpcUrls }: NodesOf): readonly string[] {
  const preferred = preferredNode(chainId)
  if (preferred === undefined) return rpcUrls
  return [preferred, ...rpcUrls.filter((url) => url !== preferred)]
}

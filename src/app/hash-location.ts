import { useSyncExternalStore } from 'react'

type NavigateOptions = { readonly replace?: boolean; readonly state?: unknown }

/** What stands behind the "#" of the address: a path, and the choices made on its page ("/stake?series=3"). */
function currentHash(): readonly [path: string, search: string] {
  const [path = '', search = ''] = location.hash.replace(/^#?\/?/, '').split('?', 2)
  return [`/${path}`, search]
}

/** The page that the address names: "/stake". */
export const currentPath = () => currentHash()[0]

function subscribe(callback: () => void): () => void {
  addEventListener('hashchange', callback)
  return () => removeEventListener('hashchange', callback)
}

function navigate(to: string, { replace = false, state = null }: NavigateOptions = {}): void {
  const address = `#${to.startsWith('/') ? to : `/${to}`}`
  if (replace) history.replaceState(state, '', address)
  else history.pushState(state, '', address)
  // The browser tells of a changed hash only where it changed it itself.
  dispatchEvent(new HashChangeEvent('hashchange'))
}

/** For wouter: hash routes need nothing of the server. */
export function useHashPath(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, currentPath), navigate]
}
useHashPath.hrefs = (href: string) => `#${href}`

/** For wouter: the query within the hash, so that a link to a choice survives any host. */
export function useHashSearch(): string {
  return useSyncExternalStore(subscribe, () => currentHash()[1])
}

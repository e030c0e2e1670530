import { useState } from 'react'
import { Link } from 'wouter'
import { useNetwork } from '../chain/network'
import { preferNode, preferredNode } from '../chain/preferred-node'
import { Button } from '../ui/Button'
import { rich } from '../words/rich'
import { t } from '../words/t'

/**
 * Says on every page that a node which is not the site's own is asked first. It was chosen in the settings, or put there
 * by another page that shares this one's storage (an IPFS gateway). trust.md D15
 */
export function NodeNotice() {
  const { chainId, name, rpcUrls } = useNetwork()
  // What is asked since the page opened, whatever another tab stores meanwhile.
  const [url] = useState(() => preferredNode(chainId))
  if (url === undefined || rpcUrls.includes(url)) return null
  const useOwn = () => {
    preferNode(chainId, undefined)
    window.location.reload()
  }
  return (
    <p className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 border-b px-4 py-1 text-xs text-muted">
      <span>
        {rich`${name} is read from ${(<span className="font-mono">{new URL(url).host}</span>)} first, a node ${(
          <Link href="/settings" className="text-accent underline-offset-2 hover:underline">
            {t`chosen in this browser`}
          </Link>
        )}`}
        .
      </span>
      <Button size="small" variant="quiet" onClick={useOwn}>
        {t`Use the site’s nodes`}
      </Button>
    </p>
  )
}

import { fetchSnapshot, treeIdentity, type Snapshot } from './read'
import { reasonOf } from './reason'
import { isUnknownBlock } from './rpc-answer'
import type { Runtime } from './runtime'

/** How a tree is read at the newest block: once for all who name it the same. */
export function snapshotQuery<Tree>(
  { client, network, ticker }: Runtime,
  name: string,
  tree: Tree | undefined,
  identity = treeIdentity(tree),
) {
  return {
    queryKey: ['snapshot', network.chainId, name, identity],
    staleTime: Infinity,
    queryFn: async () => {
      const head = ticker.get()
      if (tree === undefined || !head) throw new Error('There is nothing to read yet.')
      return { snapshot: await readAtHead(client, network, tree, head), hash: head.hash }
    },
  }
}

type Head = { readonly number: bigint; readonly timestamp: bigint }

/** A node behind the one that named the head says "header not found" for a moment: it is asked once more. */
async function readAtHead<Tree>(
  client: Parameters<typeof fetchSnapshot>[0],
  network: Parameters<typeof fetchSnapshot>[1],
  tree: Tree,
  head: Head,
): Promise<Snapshot<Tree>> {
  try {
    return await fetchSnapshot(client, network, tree, head)
  } catch (error) {
    if (!isUnknownBlock(reasonOf(error))) throw error
    return await fetchSnapshot(client, network, tree, head)
  }
}

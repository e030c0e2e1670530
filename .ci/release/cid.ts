import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importer } from 'ipfs-unixfs-importer'
import { pathsIn } from './manifest'

/**
 * The address of a folder on IPFS: what `ipfs add -r --hidden --cid-version 1 --raw-leaves --chunker size-262144` prints for it. It
 * counts everything in it, `config.json` too. Nothing is kept or sent.
 */
export async function cidOf(dir: string): Promise<string> {
  const files = pathsIn(dir).map((path) => ({ path, content: readFileSync(join(dir, path)) }))
  const entries = importer(files, nowhere, { cidVersion: 1, rawLeaves: true, wrapWithDirectory: true })
  let root: string | undefined
  for await (const { cid } of entries) root = cid.toString()
  if (root === undefined) throw new Error(`${dir} is empty.`)
  return root
}

const nowhere: Parameters<typeof importer>[1] = { put: (cid) => cid }

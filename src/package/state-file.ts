import { open, readFile, rename, rm } from 'node:fs/promises'
import * as v from 'valibot'

import type { Told } from '../system/conditions'
import { known, unknown } from '../system/plan-option'
import type { Found } from '../system/script'
import { toldSchema } from '../system/told-schema'

/** More is no state of ours. */
const MOST_BYTES = 10_000_000

const schema = v.strictObject({
  version: v.literal(1),
  chainId: v.number(),
  account: v.string(),
  told: toldSchema,
})

/** Whose news a file remembers. */
export type Watched = { readonly chainId: number; readonly account: string }

/** What a file says has been told; nothing where there is no file yet. Another account's is refused, and a damaged one. */
export async function readTold(file: string, { chainId, account }: Watched): Promise<Found<Told>> {
  let content: string
  try {
    content = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return known({})
    return unknown(`${file} can’t be read.`)
  }
  const state = content.length > MOST_BYTES ? undefined : parsed(content)
  if (!state) return unknown(`${file} is no state of a watch, or damaged. Name another file with --state.`)
  if (state.chainId !== chainId || state.account !== account)
    return unknown(`${file} is the state of another account or chain. Name another file with --state.`)
  return known(state.told)
}

function parsed(content: string): v.InferOutput<typeof schema> | undefined {
  try {
    const result = v.safeParse(schema, JSON.parse(content))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}

/** Writes what has been told, all of it or nothing. Throws what the file system says. */
export async function writeTold(file: string, { chainId, account }: Watched, told: Told): Promise<void> {
  const draft = `${file}.${process.pid}`
  try {
    const handle = await open(draft, 'w', 0o600)
    try {
      await handle.writeFile(`${JSON.stringify({ version: 1, chainId, account, told }, null, 2)}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

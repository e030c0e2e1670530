/** What a deployment has begun with: with it, a run that was broken off goes on where it stopped. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { isAddress, keccak256, concat, type Address, type Hex } from 'viem'
import type { Step } from './kit'
import { dataOf } from './steps'

const record = v.object({
  deployer: v.custom<Address>((value) => typeof value === 'string' && isAddress(value)),
  /** Of the first transaction. */
  firstNonce: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** Unix seconds that dates count from. */
  now: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** Block before the first transaction: nothing of ours is older. */
  fromBlock: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** Of everything that is sent: other parameters or contracts have another. */
  madeOf: v.string(),
})

export type Begun = v.InferOutput<typeof record>

/** One number for all steps, to tell whether they are the same as before. */
export const madeOf = (steps: readonly Step[]): Hex =>
  keccak256(concat(steps.flatMap((step) => [step.address, dataOf(step)])))

/** The record in a file, or undefined where there is none. @throws a sentence when it can't be read */
export function readRecord(file: string): Begun | undefined {
  if (!existsSync(file)) return undefined
  const parsed = v.safeParse(record, JSON.parse(readFileSync(file, 'utf8')))
  if (parsed.success) return parsed.output
  throw new Error(`${file} is no record of a deployment. Move it away to begin a new one.`)
}

/** Writes the record: all of it, or none. */
export function writeRecord(file: string, content: Begun): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, `${JSON.stringify(content, undefined, 2)}\n`)
  renameSync(`${file}.new`, file)
}

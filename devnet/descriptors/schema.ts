/**
 * The part of ERC-7730's schema that our descriptors use, with nothing beside it: version 2, as in specs/ of
 * github.com/LedgerHQ/clear-signing-erc7730-registry. What is optional there and always here is required.
 */
import { getAddress } from 'viem'
import * as v from 'valibot'

const text = v.pipe(v.string(), v.minLength(1))

/** `$format.field`, of the formats in use with their parameters. */
const placed = { path: text, label: text }
const field = v.variant('format', [
  v.strictObject({ ...placed, format: v.picklist(['raw', 'addressName', 'duration']) }),
  v.strictObject({
    ...placed,
    format: v.literal('date'),
    params: v.strictObject({ encoding: v.picklist(['blockheight', 'timestamp']) }),
  }),
  v.strictObject({
    ...placed,
    format: v.literal('unit'),
    params: v.strictObject({ base: v.string(), decimals: v.pipe(v.number(), v.integer()) }),
  }),
  v.strictObject({
    ...placed,
    format: v.literal('tokenAmount'),
    params: v.strictObject({ tokenPath: text, threshold: text, message: text }),
  }),
])

/** `propertyNames` of `formats`, the first of its two patterns. */
const signature =
  /^[A-Za-z_][A-Za-z0-9_]*\(\s*(?:(?:(?:tuple(?:\s*\((?:[^()]|\([^()]*\))*\))?|[A-Za-z0-9_]+)(?:\[[0-9]*\])*(?:\s+(?:memory|calldata|storage))?\s+[A-Za-z_][A-Za-z0-9_]*)(?:\s*,\s*(?:(?:tuple(?:\s*\((?:[^()]|\([^()]*\))*\))?|[A-Za-z0-9_]+)(?:\[[0-9]*\])*(?:\s+(?:memory|calldata|storage))?\s+[A-Za-z_][A-Za-z0-9_]*))*\s*)?\)$/

const deployment = v.strictObject({
  chainId: v.pipe(v.number(), v.integer()),
  /** `eip55`: with its checksum. */
  address: v.custom<string>((value) => typeof value === 'string' && getAddress(value) === value),
})

export const descriptorSchema = v.strictObject({
  $schema: v.pipe(v.string(), v.url()),
  context: v.strictObject({ $id: text, contract: v.strictObject({ deployments: v.array(deployment) }) }),
  metadata: v.strictObject({ owner: text, contractName: text }),
  display: v.strictObject({
    formats: v.record(
      v.pipe(v.string(), v.regex(signature)),
      v.strictObject({ intent: text, fields: v.array(field) }),
    ),
  }),
})

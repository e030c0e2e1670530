import * as v from 'valibot'

import type { StatedKind } from '../system/liveness'
import { t } from '../words/t'

const schema = v.optional(v.strictObject({ rules: v.picklist(['ours', 'live']) }))

/** What `policies.musdt` of config.json says: which kind of vault it is, where it says so. */
export function toldKind(json: unknown): StatedKind {
  const { success, output } = v.safeParse(schema, json)
  if (success) return { rules: output?.rules, problem: undefined }
  return { rules: undefined, problem: t`config.json: policies.musdt.rules must be "ours" or "live".` }
}

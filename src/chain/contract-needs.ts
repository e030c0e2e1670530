/** The contracts a system needs: the group of that name in config.json's `contracts`, and some of `shared`. */
export type ContractNeeds = {
  readonly group: string
  readonly required: readonly string[]
  readonly optional?: readonly string[]
  readonly shared?: readonly (typeof sharedNames)[number][]
  /** Which of them are tokens that people hold. */
  readonly tokens?: readonly string[]
}

/** What may stand in the group `shared`: contracts that are nobody's own. */
export const sharedNames = ['multicall3', 'usdt'] as const

import { useMemo } from 'react'

import { useNetwork } from '../chain/network'
import { defaultPolicy, parsePolicy, type Policy } from './policy'

/** The policy of this deployment; where config.json is wrong about it, that of 2023 and what is wrong. rules.md T18 */
export function usePolicy(): { readonly policy: Policy; readonly problem: string | undefined } {
  const { policies } = useNetwork()
  const given = policies?.['stbt']
  return useMemo(() => {
    const parsed = parsePolicy(given)
    return parsed.isOk
      ? { policy: parsed.policy, problem: undefined }
      : { policy: defaultPolicy, problem: parsed.problem }
  }, [given])
}

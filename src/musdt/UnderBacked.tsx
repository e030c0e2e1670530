import type { Reading } from '../math/reading'
import { Callout } from '../ui/Callout'
import { underBacked } from './ratio-bands'
import type { VaultState } from './snapshot'
import { t } from '../words/t'

/** Below 100%, on every page: who holds mUSDT bears it, who mints must know it. rules.md M2, M8 */
export function UnderBacked({ state }: { state: Reading<VaultState> }) {
  const text = state.isKnown ? underBacked(state.value) : undefined
  if (text === undefined) return null
  return (
    <Callout tone="danger" title={t`The vault is below 100%`}>
      {text}
    </Callout>
  )
}

import { useAmount } from '../form/use-amount'
import { computable } from './view'

/** The amount of a form: `entry` is what is computed with, `written` what the field shows. */
export function useVaultAmount(current: bigint | undefined) {
  const { entry, setAmount, markStarted } = useAmount(current)
  return { entry: computable(entry), written: entry.amount, setAmount, markStarted }
}

import { useNetwork } from '../chain/network'
import type { Person } from '../chain/use-person'
import type { Plan } from '../tx/plan/plan'
import { useAction } from '../tx/use-action'
import type { Gate } from '../ui/gate'
import { notBusyGate, walletGates } from './gates'
import { t } from '../words/t'

type ActionForm<Context> = {
  readonly person: Person
  /** Of the plan; and of others that must not be on their way beside it. */
  readonly kind: string | readonly string[]
  /** Who acts on what; undefined while that is not known, and then nothing is planned. */
  readonly context: Context | undefined
  /** Why not, besides wallet, network and one of the same kind in flight; in the order a person should fix them. */
  readonly gates: readonly Gate[]
  /** Said before the wallet is asked for: what no wallet could change. */
  readonly firstGates?: readonly Gate[]
  /** Called when every gate is met; undefined while something it is made of is not known. */
  readonly plan: (context: Context) => Plan | Promise<Plan> | undefined
  readonly onStart?: () => void
}

/** What the button of an action shows and does: `<ActionButton label="Stake" {...useActionForm(…)} />`. */
export function useActionForm<Context>({
  person,
  kind,
  context,
  gates,
  firstGates = [],
  plan,
  onStart,
}: ActionForm<Context>): { readonly gates: readonly Gate[]; readonly onPress: () => void } {
  const network = useNetwork()
  const action = useAction()
  const isBusy = [kind].flat().some((one) => action.isBusy(one))
  return {
    gates: [
      ...firstGates,
      ...walletGates(person, network.name),
      ...gates,
      ...(context === undefined ? [notReadGate] : []),
      notBusyGate(isBusy),
    ],
    onPress: () => {
      const made = context === undefined ? undefined : plan(context)
      if (!made) return
      onStart?.()
      action.start(made)
    },
  }
}

/** A button that would do nothing says why. */
const notReadGate: Gate = { label: t`Read from the chain`, isMet: false, detail: t`Not read yet.` }

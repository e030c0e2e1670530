import type { ReactElement } from 'react'

import { usePerson } from '../chain/use-person'
import type { Person } from '../chain/use-person'
import type { SiloState } from '../math/silos-state'
import { SystemFrame } from '../system/SystemFrame'
import { Callout } from '../ui/Callout'
import { Alarms } from './Alarms'
import type { Silos } from './snapshot'
import { useSilos } from './use-silos'
import { t } from '../words/t'

export type PageProps = { silos: Silos; state: SiloState; person: Person }

type SilosFrameProps = {
  title: string
  lead: string
  children: (props: PageProps) => ReactElement
  /** What goes on where prices, settings or the exchange can't be read: exits that need none of them. */
  whatGoesOn?: (props: PageProps) => ReactElement
}

/** Every page of the four silos, with its snapshot: the same for everybody, with more for who is connected. */
export function SilosFrame({ title, lead, children, whatGoesOn }: SilosFrameProps) {
  const person = usePerson()
  const view = useSilos(person.account)
  return (
    <SystemFrame title={title} lead={lead} view={view} person={person}>
      {view.status === 'ready' && (
        <>
          <Unreadable state={view.state} />
          {!view.state.isKnown &&
            view.exitState.isKnown &&
            whatGoesOn?.({ silos: view, state: view.exitState.value, person })}
          {view.state.isKnown && (
            <>
              <Alarms silos={view} />
              {children({ silos: view, state: view.state.value, person })}
            </>
          )}
        </>
      )}
    </SystemFrame>
  )
}

/** Said wherever the reserve is shown while a part of it is not known. */
export function Unreadable({ state }: Pick<Silos, 'state'>) {
  if (state.isKnown) return null
  return (
    <Callout tone="warn" title={t`The reserve could not be read in full`}>
      {t`${state.reason} What needs prices, settings or the exchange waits until it can.`}
    </Callout>
  )
}

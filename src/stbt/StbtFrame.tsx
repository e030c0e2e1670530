import type { ReactElement } from 'react'

import { usePerson } from '../chain/use-person'
import type { Person } from '../chain/use-person'
import { SystemFrame } from '../system/SystemFrame'
import { Callout } from '../ui/Callout'
import type { Stbt } from './snapshot'
import { useStbt } from './use-stbt'
import { t } from '../words/t'

type StbtFrameProps = {
  title: string
  lead: string
  /** Says what a connected account would see here; without it the page is the same for everybody. */
  whatConnectingShows?: string
  children: (props: { stbt: Stbt; person: Person }) => ReactElement | ReactElement[]
}

/** Every page of STBT, with its snapshot. */
export function StbtFrame({ title, lead, whatConnectingShows, children }: StbtFrameProps) {
  const person = usePerson()
  const view = useStbt(person.account)
  return (
    <SystemFrame
      title={title}
      lead={lead}
      view={view}
      person={person}
      whatConnectingShows={whatConnectingShows}
    >
      {view.status === 'ready' && (
        <>
          <Unreadable state={view.state} />
          {children({ stbt: view, person })}
        </>
      )}
    </SystemFrame>
  )
}

/** Said wherever STBT is shown while a part of it is not known. */
export function Unreadable({ state }: Pick<Stbt, 'state'>) {
  if (state.isKnown) return null
  return (
    <Callout tone="warn" title={t`STBT could not be read in full`}>
      {t`${state.reason} Nothing can be sent until it can.`}
    </Callout>
  )
}

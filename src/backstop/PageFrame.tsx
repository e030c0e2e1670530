import type { ReactElement, ReactNode } from 'react'
import { Link } from 'wouter'

import type { Readings } from '../chain/read'
import { usePerson } from '../chain/use-person'
import type { Person } from '../chain/use-person'
import { SystemFrame } from '../system/SystemFrame'
import { TetherMoved } from '../system/TetherMoved'
import type { Extra, OnScreen } from './live'
import type { Backstop } from './snapshot'
import { Unreadable } from './Unreadable'
import { useBackstop } from './use-backstop'
import { t } from '../words/t'

export type BackstopPageProps<Tree = undefined, Known = undefined> = {
  backstop: Backstop
  person: Person
  /** What only this page reads, and what it was asked with. */
  extra: Readings<Tree> | undefined
  known: Known | undefined
}

type PageFrameProps<Tree, Known> = {
  title: string | ((backstop: Backstop) => string | undefined)
  lead: ReactNode
  /** Says what a connected account would see here; without it the page is the same for everybody. */
  whatConnectingShows?: string
  /** Which of many series this page shows. Keep its identity stable. */
  onScreen: OnScreen
  /** What only this page reads, in the same call as the rest. Keep its identity stable. */
  extra?: Extra<Tree, Known>
  children: (props: BackstopPageProps<Tree, Known>) => ReactElement | ReactElement[]
}

/** Every page of the Backstop, with its snapshot. */
export function PageFrame<Tree = undefined, Known = undefined>(props: PageFrameProps<Tree, Known>) {
  const { title, lead, whatConnectingShows, onScreen, extra, children } = props
  const person = usePerson()
  const view = useBackstop(person.account, onScreen, extra, { keeps: true })
  const backstop = view.status === 'ready' ? view.backstop : undefined
  return (
    <SystemFrame
      title={typeof title === 'string' ? title : (backstop && title(backstop)) || t`Series`}
      lead={lead}
      view={view.status === 'ready' ? { ...view.backstop, status: view.status } : view}
      person={person}
      whatConnectingShows={whatConnectingShows}
      elsewhere={
        <Link href="/stake" className="font-medium text-accent underline-offset-2 hover:underline">
          {t`See which series are open`}
        </Link>
      }
    >
      {view.status === 'ready' && (
        <>
          <Unreadable series={view.backstop.unreadable} />
          <TetherMoved facts={view.backstop.usdt} />
          {children({ backstop: view.backstop, person, extra: view.extra, known: view.extraKnown })}
        </>
      )}
    </SystemFrame>
  )
}

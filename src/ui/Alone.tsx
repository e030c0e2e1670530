import type { ReactNode } from 'react'

import { Boundary } from './Boundary'
import { isChunkError } from './chunk'
import { ErrorState } from './ErrorState'
import { t } from '../words/t'

/** A part of a page that fails alone: what is around it stays, and what was typed there. */
export function Alone({ children }: { children: ReactNode }) {
  return (
    <Boundary
      fallback={(error, retry) =>
        isChunkError(error) ? (
          <ErrorState
            title={t`This part could not be loaded`}
            reason={t`Check the connection, then reload the page by “Try again”.`}
            retry={() => window.location.reload()}
          />
        ) : (
          <ErrorState
            title={t`This part stopped working`}
            reason={t`The rest of the page is not touched by it, nor what was sent.`}
            retry={retry}
          />
        )
      }
    >
      {children}
    </Boundary>
  )
}

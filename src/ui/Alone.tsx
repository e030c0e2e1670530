import type { ReactNode } from 'react'

import { Boundary } from './Boundary'
import { isChunkError } from './chunk'
import { ErrorState } from './ErrorState'

/** A part of a page that fails alone: what is around it stays, and what was typed there. */
export function Alone({ children }: { children: ReactNode }) {
  return (
    <Boundary
      fallback={(error, retry) =>
        isChunkError(error) ? (
          <ErrorState
            title="This part could not be loaded"
            reason="Check the connection, then reload the page by “Try again”."
            retry={() => window.location.reload()}
          />
        ) : (
          <ErrorState
            title="This part stopped working"
            reason="The rest of the page is not touched by it, nor what was sent."
            retry={retry}
          />
        )
      }
    >
      {children}
    </Boundary>
  )
}

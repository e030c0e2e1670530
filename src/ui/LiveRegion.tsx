import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

const AnnounceContext = createContext<(message: string) => void>(() => undefined)

/** Says a sentence to people who listen instead of look. */
export function useAnnounce(): (message: string) => void {
  return useContext(AnnounceContext)
}

/** Holds the one live region of the app, above everything that may announce. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState({ text: '', count: 0 })
  const announce = useCallback(
    (text: string) => setMessage((former) => ({ text, count: former.count + 1 })),
    [],
  )
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className="sr-only">
        {/* A new node each time, so that the same sentence is said again. */}
        <span key={message.count}>{message.text}</span>
      </div>
    </AnnounceContext>
  )
}

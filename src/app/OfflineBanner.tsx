import { useSyncExternalStore } from 'react'
import { Icon } from '../ui/Icon'

function subscribe(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

export function OfflineBanner() {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status">
      {!isOnline && (
        <p className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-2 text-center text-warn">
          <Icon name="warn" />
          You are offline. What you see may be old; it refreshes when the connection is back.
        </p>
      )}
    </div>
  )
}

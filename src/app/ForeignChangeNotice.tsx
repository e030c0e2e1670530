import { useEffect, useSyncExternalStore } from 'react'
import { Button } from '../ui/Button'
import { useAnnounce } from '../ui/LiveRegion'
import { foreignChanges } from './foreign-changes'
import { t } from '../words/t'

const sentence = t`Something in this browser, such as an extension, has removed parts of this page, so what it shows may be wrong. Reload it before you sign anything; transactions already sent are not affected.`

/** Says that the page is not as this app made it. */
export function ForeignChangeNotice() {
  const isChanged = useSyncExternalStore(foreignChanges.subscribe, foreignChanges.get)
  const announce = useAnnounce()
  useEffect(() => {
    if (isChanged) announce(sentence)
  }, [isChanged, announce])
  if (!isChanged) return null
  return (
    <p className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 border-b bg-warn-soft px-4 py-1 text-sm">
      <span>{sentence}</span>
      <Button size="small" onClick={() => window.location.reload()}>
        {t`Reload`}
      </Button>
    </p>
  )
}

import { useState } from 'react'
import { resetAppData } from './app-data'
import { Button } from './Button'
import { t } from '../words/t'

/** Asks once more, since the list of own transactions goes too. */
export function ResetAppData() {
  const [isAsking, setIsAsking] = useState(false)
  if (!isAsking) return <Button onClick={() => setIsAsking(true)}>{t`Reset app data`}</Button>
  return (
    <div className="grid gap-2">
      <p>
        {t`This forgets the theme, the connection and the list of your transactions in this browser. Nothing changes on chain, and transactions already sent go on.`}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button variant="danger" onClick={() => void resetAppData()}>
          {t`Reset and reload`}
        </Button>
        <Button variant="quiet" onClick={() => setIsAsking(false)}>
          {t`Keep it`}
        </Button>
      </div>
    </div>
  )
}

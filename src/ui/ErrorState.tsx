import { Button } from './Button'
import { Callout } from './Callout'
import { t } from '../words/t'

type ErrorStateProps = {
  title?: string
  /** A sentence a person can act on. */
  reason: string
  retry?: (() => void) | undefined
}

/** Something could not be shown: why, and how to try again. */
export function ErrorState({ title = t`This could not be read`, reason, retry }: ErrorStateProps) {
  return (
    <div role="alert">
      <Callout
        tone="danger"
        title={title}
        action={
          retry && (
            <Button size="small" onClick={retry}>
              {t`Try again`}
            </Button>
          )
        }
      >
        <p>{reason}</p>
      </Callout>
    </div>
  )
}

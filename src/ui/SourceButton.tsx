import type { Formula, Source } from '../math/reading'
import { lazyPart } from './chunk'
import { Icon } from './Icon'
import { Later } from './Later'
import { Popover } from './Popover'
import { Skeleton } from './Skeleton'
import { t } from '../words/t'

const SourceDetails = lazyPart(() => import('./SourceDetails'))

/** Opens where a number, or everything one call has told, comes from. */
export function SourceButton({
  label,
  source,
  formula,
}: {
  label: string
  source: Source
  formula?: Formula | undefined
}) {
  return (
    <Popover label={t`Source of ${label}`} trigger={<Icon name="source" className="size-3.5" />}>
      <Later waiting={<Skeleton />}>
        <SourceDetails label={label} source={source} formula={formula} />
      </Later>
    </Popover>
  )
}

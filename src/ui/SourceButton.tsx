import type { Source } from '../math/reading'
import { Icon } from './Icon'
import { Popover } from './Popover'
import { SourceDetails } from './SourceDetails'
import { t } from '../words/t'

/** Opens where a number, or everything one call has told, comes from. */
export function SourceButton({ label, source }: { label: string; source: Source }) {
  return (
    <Popover label={t`Source of ${label}`} trigger={<Icon name="source" className="size-3.5" />}>
      <SourceDetails label={label} source={source} />
    </Popover>
  )
}

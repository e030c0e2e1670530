import { useChainHealth, useNetworkProblem } from '../chain/network'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { toneIcon, toneSoft, toneText } from '../ui/tone'

/** Over every page when figures may be old or nothing can be sent. */
export function ChainBanner() {
  const problem = useNetworkProblem()
  const { status, detail } = useChainHealth()
  const tone = problem === undefined ? 'warn' : 'danger'
  const sentence = problem ?? (status === 'offline' ? detail : undefined)
  return (
    <div role="status">
      {sentence !== undefined && (
        <p
          className={classes(
            'flex items-center justify-center gap-2 border-b px-4 py-2',
            toneSoft[tone],
            toneText[tone],
          )}
        >
          <Icon name={toneIcon[tone]} />
          {sentence}
        </p>
      )}
    </div>
  )
}

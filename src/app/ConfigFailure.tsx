import { Button } from '../ui/Button'
import { AppFailure } from './AppFailure'
import { t } from '../words/t'

type ConfigFailureProps = { problems: readonly string[]; tryAgain: () => void }

/** What is wrong with config.json, setting by setting. */
export default function ConfigFailure({ problems, tryAgain }: ConfigFailureProps) {
  return (
    <AppFailure title={t`This site is not set up correctly`}>
      <p>
        {t`Its settings file, config.json, can’t be used. Until it is corrected nothing is shown and nothing can be sent. Funds on chain are not affected.`}
      </p>
      <ul className="list-disc space-y-1 ps-5">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <p className="text-muted">
        {t`If this is your site, correct config.json beside index.html. Otherwise tell its operator.`}
      </p>
      <div>
        <Button variant="primary" onClick={tryAgain}>
          {t`Try again`}
        </Button>
      </div>
    </AppFailure>
  )
}

import { useMemo } from 'react'

import { csvLine } from '../ui/csv'
import { Button } from '../ui/Button'
import { Callout } from '../ui/Callout'
import { Choices } from '../ui/Choices'
import { CopyButton } from '../ui/CopyButton'
import { Panel } from '../ui/Panel'
import { saveFile } from '../ui/save-file'
import { useUrlChoice } from '../ui/use-url-choice'
import { formatAmount } from '../math/amount'
import { FillChart, CycleTable } from './FillChart'
import { LabControls } from './LabControls'
import { LabChoices } from './LabChoices'
import { LabGrowth } from './LabGrowth'
import { LabSummary } from './LabSummary'
import { runScenario, startOf, summaryOf, type Choice, type Scenario, type ScenarioCycle } from './scenario'
import { bobsCase, firstScenario, scenarioFrom, scenarioText } from './scenario-link'
import { SilosFrame, type PageProps } from './SilosFrame'
import { ShockPanel } from './ShockPanel'
import { t } from '../words/t'

export default function LabPage() {
  return (
    <SilosFrame
      title={t`Scenario lab`}
      lead={t`What would a fall of XTZ do to the reserve? Nothing here is sent.`}
    >
      {(props) => <LabView {...props} />}
    </SilosFrame>
  )
}

const choiceNames: Readonly<Record<Choice, string>> = {
  keep: t`Stays in the chamber`,
  dividend: t`Paid out as a dividend`,
  equal: t`Into all four silos`,
  full: t`Into Silo 1, at full speed`,
}

function LabView({ state }: PageProps) {
  const [text, setText] = useUrlChoice('s')
  const scenario = useMemo(() => scenarioFrom(text ?? '') ?? firstScenario, [text])
  const setScenario = (next: Scenario) => setText(scenarioText(next))
  const start = useMemo(() => startOf(scenario, state), [scenario, state])
  const rows = useMemo(() => start && runScenario(start, scenario), [start, scenario])
  const summary = useMemo(() => rows && summaryOf(rows), [rows])
  const presets = [
    { id: 'now', label: t`From now` },
    { id: 'scratch', label: t`From scratch` },
    { id: 'bob', label: t`Example: harvest into Silo 1` },
  ]
  const isBob = scenarioText(scenario) === scenarioText(bobsCase)
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Choices
          label={t`Start`}
          choices={presets}
          chosen={isBob ? 'bob' : scenario.start}
          allLabel={t`Reset`}
          onChoose={(id) => {
            if (id === 'bob') setScenario(bobsCase)
            else if (id === 'now' || id === 'scratch') setScenario({ ...scenario, start: id })
            else setText(undefined)
          }}
        />
        <span className="inline-flex items-center gap-1 text-xs text-muted">
          <span>{t`Link to this scenario`}</span>
          <CopyButton text={linkOf(scenario)} label={t`Copy the link to this scenario`} />
        </span>
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="max-lg:order-2">
          <LabControls scenario={scenario} start={start} choiceNames={choiceNames} onChange={setScenario} />
        </div>
        <div className="grid gap-4 max-lg:order-1">
          {rows && summary && start ? (
            <Panel
              title={t`Result`}
              lead={t`An estimate by the contract’s own steps. In each cycle the price moves, Silo 3 buys, earnings come in, USDtz is redeemed, the cycle is closed. Conversions cost the exchange’s fee of 0.3% and move no price.`}
            >
              <div className="grid gap-4">
                <LabSummary
                  summary={summary}
                  ahead={scenario.ahead}
                  cycleSeconds={start.parameters.cycleSeconds}
                />
                <FillChart rows={rows} summary={summary} />
              </div>
            </Panel>
          ) : (
            <Callout tone="warn" title={t`There is no price of XTZ to start from`}>
              {t`Start from scratch instead, with a price of your own.`}
            </Callout>
          )}
          {start && (
            <>
              <LabChoices start={start} scenario={scenario} names={choiceNames} />
              <div className="grid items-start gap-4 xl:grid-cols-2">
                <ShockPanel start={start} />
                <LabGrowth start={start} scenario={scenario} />
              </div>
            </>
          )}
        </div>
      </div>
      {rows && (
        <Panel
          title={t`Cycle by cycle`}
          aside={
            <Button size="small" onClick={() => save(rows)}>
              {t`Save as CSV`}
            </Button>
          }
        >
          <CycleTable rows={rows} />
        </Panel>
      )}
    </>
  )
}

/** The page's own address with the scenario in it; nothing of the person's is in there. */
function linkOf(scenario: Scenario): string {
  const { origin, pathname } = window.location
  return `${origin}${pathname}#/silos/lab?s=${scenarioText(scenario)}`
}

function save(rows: readonly ScenarioCycle[]): void {
  const header = ['Cycle', 'XTZ, USD', 'Silo 1, %', 'Silo 2, %', 'Silo 3, %', 'Silo 4, %', 'Reserve, %', 'Supply, USDtz', 'Silo 3 buys, USD', 'Harvest, USD', 'Dividend, USD'] // prettier-ignore
  const body = rows.map(({ cycle, price, fills, ratio, supply, bought, harvest, dividend }) => [
    `${cycle}`,
    formatAmount(price, 18),
    ...fills.map((fill) => formatAmount(fill, 2)),
    formatAmount(ratio, 2),
    ...[supply, bought, harvest, dividend].map((amount) => formatAmount(amount, 6)),
  ])
  saveFile('usdtz-scenario.csv', 'text/csv', [header, ...body].map(csvLine).join(''))
}

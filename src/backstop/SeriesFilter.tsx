import type { ReactElement } from 'react'

import { Choices } from '../ui/Choices'
import { useUrlChoice } from '../ui/use-url-choice'
import type { Series } from './snapshot'

type SeriesFilterProps = {
  series: readonly Series[]
  children: (shown: readonly Series[]) => ReactElement | readonly ReactElement[]
}

/** All of these series, or the one that the address names; one that is not among them names none. */
export function SeriesFilter({ series, children }: SeriesFilterProps) {
  const [chosen, choose] = useUrlChoice('series')
  const one = series.find(({ id }) => `${id}` === chosen)
  return (
    <>
      {series.length > 1 && (
        <Choices
          label="Series shown"
          choices={series.map(({ id, name }) => ({ id: `${id}`, label: name }))}
          chosen={one && `${one.id}`}
          allLabel="All series"
          onChoose={choose}
        />
      )}
      {children(one ? [one] : series)}
    </>
  )
}

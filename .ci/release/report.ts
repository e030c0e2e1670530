import type { Comparison } from './compare'
import { sha256 } from './manifest'

/** What a comparison says in a terminal, and the exit code: 0 the same, 1 something is not, 2 not found out. */
export function report({ findings, config }: Comparison): {
  readonly lines: string[]
  readonly code: 0 | 1 | 2
} {
  const other = findings.filter(({ outcome }) => outcome !== 'same')
  const isWrong = other.some(({ outcome }) => outcome !== 'unknown')
  const asked = findings.filter(({ outcome }) => outcome !== 'extra')
  const same = findings.length - other.length
  return {
    lines: [
      ...other.map(({ path, outcome, why }) => `${outcome.padEnd(8)} ${path}: ${why}`),
      ...(other.length > 0 ? [''] : []),
      ...configLines(config),
      '',
      isWrong
        ? `This site is not this build: ${same} of ${asked.length} answers are the same.`
        : other.length > 0
          ? `Not found out: ${same} of ${asked.length} answers are the same, none is wrong, and the others did not come.`
          : `All ${asked.length} answers are this build's, byte for byte.`,
      'Compared is what the host answered here and now. It may answer others otherwise.',
    ],
    code: isWrong ? 1 : other.length > 0 ? 2 : 0,
  }
}

/** It decides which contracts and nodes are used, and no build can vouch for it: whoever checks a site has to read it. */
function configLines(config: Comparison['config']): string[] {
  if ('why' in config) return [`config.json, the host's own, could not be read: ${config.why}`]
  return [
    `config.json, the host's own, not part of the build. Read it: nodes and contracts are those it names.`,
    `sha256 ${sha256(config.text)}`,
    ...shown(config.text),
  ]
}

const MOST_LINES = 400
const MOST_CHARACTERS = 200

function shown(text: string): string[] {
  try {
    const lines = JSON.stringify(JSON.parse(text), undefined, 2).split('\n')
    // Signs that a terminal obeys, or that reorder a line, are shown by their number.
    const few = lines
      .slice(0, MOST_LINES)
      .map((line) =>
        line
          .slice(0, MOST_CHARACTERS)
          .replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
      )
    return lines.length > MOST_LINES ? [...few, `… and ${lines.length - MOST_LINES} more lines`] : few
  } catch {
    return ['It is not JSON: the app does not start with it.']
  }
}

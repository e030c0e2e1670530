/** Solidity in which every guard and boundary can be broken, one at a time, without being compiled again. */

export type Mutant = {
  readonly id: number
  readonly file: string
  readonly line: number
  /** What is written, and what stands there while the mutant is alive. */
  readonly from: string
  readonly to: string
}

/** What a test run chooses, and costs nothing: the mutant that is alive. */
const alive = 'block.prevrandao'

const modifiers =
  /\b(nonReentrant|nonReentrantView|whenNotPaused|initializer|only[A-Z]\w*)\b(?:\(([^)]*)\))?(?=[ \n]|$)/g
const guardCall = /^(_require\w*|_check\w*|Recipient\.check|TermsValidation\.check\w*)\(.*\);$/
const oneLineIf = /\bif \((.*)\) (\{$|revert |return[ ;]|_require|continue;|break;)/
/** What a `require` asks, in its own line or in the first one after it. */
const oneLineRequire = /^require\((.*?), "/
const firstOfRequire = /^(.*?),(?: "|$)/
/** What else decides: a boolean that is kept or returned, a loop, and what comes before a `?`. */
const wholeCondition = /^bool \w+ = (.*);$|^return ([^?]*);$|^while \((.*)\) \{$/
const ternaryCondition = /(?:^return |= |\()((?:[^()?]|\([^()]*\))*) \? /
const comparators: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }

/** Beside each modifier, one that is left out while its mutant is alive: `nonReentrantBut(7)`. */
export function withModifiersToLeaveOut(text: string): string {
  let result = ''
  let rest = text
  for (;;) {
    const found = /^ *modifier (\w+)(?:\(([^)]*)\))?[^{;]*\{/m.exec(rest)
    if (!found) return result + rest
    const begin = found.index + found[0].length
    const end = closingBrace(rest, begin)
    const parameters = [found[2] ?? '', 'uint256 mutant'].filter((part) => part !== '').join(', ')
    const body = rest.slice(begin, end)
    result += `${rest.slice(0, end + 1)} modifier ${found[1] ?? ''}But(${parameters}) { if (${alive} == mutant) { _; } else {${body}} }`
    rest = rest.slice(end + 1)
  }
}

function closingBrace(text: string, from: number): number {
  let depth = 1
  let at = from
  while (depth > 0 && at < text.length) {
    if (text[at] === '{') depth += 1
    if (text[at] === '}') depth -= 1
    at += 1
  }
  return at - 1
}

/** A contract with all its mutants in it, numbered from `firstId` on. */
export function breakable(
  file: string,
  text: string,
  firstId: number,
): { readonly text: string; readonly mutants: readonly Mutant[] } {
  const mutants: Mutant[] = []
  const lines = text.split('\n').map((from, index, all) => {
    const add = (to: string) => {
      const id = firstId + mutants.length
      mutants.push({ id, file, line: index + 1, from: from.trim(), to })
      return id
    }
    return brokenLine(from, all[index - 1]?.trim() === 'require(', add)
  })
  return { text: lines.join('\n'), mutants }
}

function brokenLine(from: string, isInRequire: boolean, add: (to: string) => number): string {
  const code = from.trim()
  if (/^(\/\/|\*|import|error|event|modifier|library|contract|abstract)/.test(code)) return from
  if (guardCall.test(code)) return from.replace(code, `if (${alive} != ${add('(removed)')}) ${code}`)
  const required = (isInRequire ? firstOfRequire : oneLineRequire).exec(code)?.[1]
  if (required !== undefined) return brokenCondition(from, required, 'true', add)
  if (!code.includes(';') && !code.startsWith('function only')) {
    return from.replace(modifiers, (found: string, name: string, given?: string) => {
      const id = add(code.replace(found, '').trim() || '(removed)')
      return `${name}But(${given === undefined ? '' : `${given}, `}${id})`
    })
  }
  const condition = oneLineIf.exec(from)?.[1]
  return condition === undefined
    ? decisionBroken(from, code, add)
    : brokenCondition(from, condition, 'false', add)
}

/** A line that decides without an `if`: only its boundaries are broken, since either outcome alone is its own test. */
function decisionBroken(from: string, code: string, add: (to: string) => number): string {
  const whole = wholeCondition.exec(code)
  const condition = whole?.[1] ?? whole?.[2] ?? whole?.[3] ?? ternaryCondition.exec(code)?.[1]
  if (condition === undefined || comparisons(condition).length === 0) return from
  return brokenAs(from, condition, comparisons(condition), add)
}

/** A line whose guard lets everything through while one mutant is alive, and errs at a boundary while another is. */
function brokenCondition(
  from: string,
  condition: string,
  open: 'true' | 'false',
  add: (to: string) => number,
): string {
  return brokenAs(from, condition, [open, ...comparisons(condition)], add)
}

function brokenAs(
  from: string,
  condition: string,
  alternatives: readonly string[],
  add: (to: string) => number,
): string {
  const chosen = alternatives.map(
    (other) => `${alive} == ${add(from.trim().replace(condition, () => other))} ? (${other}) : `,
  )
  return from.replace(condition, () => `(${chosen.join('')}(${condition}))`)
}

/** The condition with each of its comparisons at the other side of the boundary. */
function comparisons(condition: string): string[] {
  return [...condition.matchAll(/(?<=\s)[<>]=?(?=\s)/g)].map(
    ({ 0: found, index }) =>
      condition.slice(0, index) + (comparators[found] ?? '') + condition.slice(index + found.length),
  )
}

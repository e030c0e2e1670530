import { readFile } from 'node:fs/promises'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Address } from 'viem'

import { historyCsv } from '../activity/history-csv'
import type { ChainAt, ChainReader } from '../chain/chain-reader'
import { reasonOf } from '../chain/reason'
import { isSafeUrl } from '../chain/safe-url'
import { within } from '../chain/time-limit'
import { toJson } from '../tx/follow/entry'
import { readAddress } from '../tx/plan/recipient'
import { boundsText, calldataText, historyText, plannedText, positionsText } from './cli-text'
import { historyOf } from './history'
import { atHead, open } from './open'
import { planned, planNamed, plansOn } from './planned'
import { netWorthIn, positionsOf } from './positions'
import { watch } from './watch'
import { webhookProblem } from './webhook'

const usage = `ballast: what an account has, is to be told of, and can do. Asks for no key, and sends nothing to a chain.

  ballast positions <address>
  ballast watch <address> [--webhook <url>] [--every <seconds>] [--state <file>] [--once]
  ballast plan <name> --account <address> [--<option> <value>] [--calldata]
  ballast plan                                    which plans there are, with their options
  ballast history <address> [--csv]

For all of them:
  --config <file or url>   config.json of the app; ./config.json when absent
  --chain <id>             one of its networks; the first when absent
  --rpc <url>              a node to ask instead of the configured ones; more than once for several
  --json                   for programs; amounts are decimal text in base units
`

/** A sentence for whoever typed this; the process ends with 1, or with 2 where it was typed wrong. */
class Refusal extends Error {
  constructor(
    sentence: string,
    readonly code = 1,
  ) {
    super(sentence)
  }
}

const common = {
  config: { type: 'string', default: './config.json' },
  chain: { type: 'string' },
  rpc: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
} satisfies ParseArgsConfig['options']

const CONFIG_MS = 10_000
const MOST_CONFIG = 1_000_000

const print = (text: string) => void process.stdout.write(text)
const complain = (line: string) => void process.stderr.write(`${line}\n`)

type Common = { config: string; chain?: string | undefined; rpc?: string[] | undefined }

async function opened({ config, chain, rpc }: Common): Promise<ChainReader> {
  const chainId = chain === undefined ? undefined : wholeNumber('chain', chain, 1, 2 ** 53 - 1)
  const found = open(await readConfig(config), { chainId, rpcUrls: rpc })
  if (!found.isKnown) throw new Refusal(found.reason)
  return found.value
}

async function openedAtHead(values: Common): Promise<ChainAt> {
  const found = await atHead(await opened(values))
  if (!found.isKnown) throw new Refusal(found.reason)
  return found.value
}

async function readConfig(place: string): Promise<unknown> {
  const isUrl = /^https?:/.test(place)
  if (isUrl && !isSafeUrl(place))
    throw new Refusal('--config has to be a file, an https:// address, or http:// on this machine.', 2)
  try {
    const text = isUrl
      ? await within(CONFIG_MS, async (signal) => (await fetch(place, { signal, redirect: 'error' })).text())
      : await readFile(place, 'utf8')
    if (text.length > MOST_CONFIG) throw new Error('it is too long')
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal(`The configuration ${place} can’t be read: ${reasonOf(error)}`)
  }
}

function accountIn(text: string | undefined): Address {
  const read = readAddress(text ?? '')
  if (!read.isOk) throw new Refusal(text === undefined ? 'An address is missing.' : read.problem, 2)
  return read.address
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  // eslint-disable-next-line no-restricted-syntax -- a chain id or seconds, not an amount; the range is checked
  const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN
  if (value >= least && value <= most) return value
  throw new Refusal(`--${name} has to be a whole number from ${least} to ${most}.`, 2)
}

async function positions(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options: common, allowPositionals: true })
  const account = accountIn(positionals[0])
  const at = await openedAtHead(values)
  const systems = await positionsOf(at, account)
  const { number: blockNumber, timestamp } = at.block
  const { chainId } = at.network
  print(
    values.json
      ? `${toJson({ chainId, account, blockNumber, timestamp, netWorth: netWorthIn(systems), systems }, 2)}\n`
      : positionsText(systems),
  )
  if (systems.some(({ report }) => !report.isKnown)) process.exitCode = 1
}

async function watchCommand(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      ...common,
      webhook: { type: 'string' },
      every: { type: 'string', default: '60' },
      state: { type: 'string' },
      once: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const account = accountIn(positionals[0])
  const { webhook, once: isOnce, json: isJson } = values
  const problem = webhook === undefined ? undefined : webhookProblem(webhook)
  if (problem !== undefined) throw new Refusal(problem, 2)
  const everySeconds = wholeNumber('every', values.every, 5, 86_400)
  const chain = await opened(values)
  const stateFile = values.state ?? `./ballast-watch-${chain.network.chainId}-${account}.json`
  const say = (line: string) => print(`${line}\n`)
  const options = { account, webhook, stateFile, everySeconds, isOnce, isJson, say, complain }
  if (!(await watch(chain, options))) process.exitCode = 1
}

async function plan([name, ...args]: string[]): Promise<void> {
  if (name === undefined || name.startsWith('-')) {
    const { values } = parseArgs({ args: name === undefined ? args : [name, ...args], options: common })
    listPlans(await opened(values), values.json)
    return
  }
  const options = {
    ...common,
    account: { type: 'string' },
    calldata: { type: 'boolean', default: false },
  } as const
  // Which options a plan has is known once the network is: what is wrong here is said then.
  const { config, chain: id, rpc } = parseArgs({ args, options, strict: false }).values
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const chain = await opened({
    config: text(config) ?? common.config.default,
    chain: text(id),
    rpc: Array.isArray(rpc) ? rpc.map(String) : undefined,
  })
  const named = planNamed(chain, name)
  if (!named.isKnown) throw new Refusal(named.reason, 2)
  const own = Object.keys(named.value.maker.options)
  const strict: ParseArgsConfig['options'] = {
    ...options,
    ...Object.fromEntries(own.map((option) => [option, { type: 'string' as const }])),
  }
  const { values } = parseArgs({ args, options: strict })
  const missing = own.find((option) => values[option] === undefined)
  if (missing !== undefined)
    throw new Refusal(`--${missing} is missing: ${named.value.maker.options[missing]?.what ?? ''}.`, 2)
  const account = accountIn(text(values['account']))
  const at = await atHead(chain)
  if (!at.isKnown) throw new Refusal(at.reason)
  const typed = Object.fromEntries(own.map((option) => [option, String(values[option])]))
  const found = await planned(at.value, account, name, typed)
  if (!found.isKnown) throw new Refusal(found.reason)
  const { value } = found
  for (const sentence of [...value.rehearsal.couldNotKnow, ...(value.plan.notes ?? [])]) complain(sentence)
  if (values['json'] === true) {
    const { title, kind, chainId, bounds } = value.plan
    const steps = value.steps.map((step) => {
      return { kind: step.kind, title: step.title, to: step.to, data: step.data, value: step.value }
    })
    const { blockNumber, changes, feeWei } = value.rehearsal
    print(`${toJson({ kind, title, chainId, account, blockNumber, steps, bounds, changes, feeWei }, 2)}\n`)
  } else if (values['calldata'] === true) print(`${calldataText(value)}${boundsText(value)}`)
  else print(plannedText(value))
}

function listPlans(chain: ChainReader, isJson: boolean): void {
  const plans = [...plansOn(chain)].map(([name, { maker }]) => {
    return { name, what: maker.what, options: maker.options }
  })
  const optionsText = (options: (typeof plans)[number]['options']) =>
    Object.entries(options)
      .map(([option, { what }]) => `  --${option}: ${what}\n`)
      .join('')
  print(
    isJson
      ? `${toJson(plans, 2)}\n`
      : plans.map(({ name, what, options }) => `${name}: ${what}\n${optionsText(options)}`).join(''),
  )
}

async function history(args: string[]): Promise<void> {
  const options = { ...common, csv: { type: 'boolean', default: false } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const account = accountIn(positionals[0])
  const at = await openedAtHead(values)
  const told = await historyOf(at, account)
  const { events, gaps, onlyBy } = told
  const { chainId } = at.network
  if (values.json) print(`${toJson({ chainId, account, blockNumber: at.block.number, ...told }, 2)}\n`)
  else if (values.csv) print(await (await historyCsv(events, { chainId, account })).text())
  else print(historyText(events))
  // A list that lacks a part without saying so would be taken for the whole.
  if (!values.json) gaps.forEach(complain)
  if (!values.json && onlyBy.length > 0)
    complain(`Told only by ${onlyBy.join(', ')}: an event left out there is missing here.`)
  if (gaps.length > 0) process.exitCode = 1
}

const commands: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  positions,
  watch: watchCommand,
  plan,
  history,
}

/** Runs the command line; a mistake ends with a sentence, never with a trace. */
export async function main([name = '', ...args]: string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    print(usage)
    process.exitCode = ['', 'help', '--help', '-h'].includes(name) ? 0 : 2
    return
  }
  try {
    await command(args)
  } catch (error) {
    complain(reasonOf(error))
    const isTypo = error instanceof TypeError && 'code' in error
    process.exitCode = error instanceof Refusal ? error.code : isTypo ? 2 : 1
  }
}

import { getAddress, isHash, type Address, type Hash } from 'viem'
import * as v from 'valibot'

import { sharedNames, type ContractNeeds } from './contract-needs'
import { fetchConfig, takeEarlyConfig } from './head-start'
import { isSafeUrl } from './safe-url'
import { TimeLimitError, within } from './time-limit'
import { t } from '../words/t'

/** Where one chain is read and which contracts on it are ours. */
export type Network = {
  readonly chainId: number
  readonly name: string
  readonly isDevnet: boolean
  readonly rpcUrls: readonly string[]
  /** A server of events, asked for histories before the nodes are. docs/history-server */
  readonly historyUrl?: string | undefined
  readonly explorerUrl?: string | undefined
  /** What fees are paid in: ether where this is absent. It has 18 decimals on every chain of this kind. */
  readonly nativeCurrency?: { readonly name: string; readonly symbol: string } | undefined
  /** Where ENS names are asked for; Ethereum's own is known. */
  readonly ensUniversalResolver?: Address | undefined
  /** No event of ours is older: history starts here. */
  readonly deploymentBlock: bigint
  /** A block this deep is final: nothing undoes it. */
  readonly finalityBlocks: number
  readonly blockSeconds: number
  /** By system, and in `shared` what several use. A system that is not named here is hidden. */
  readonly contracts: Grouped<Address>
  /** keccak256 of the code at some of these addresses, where it is to be checked. */
  readonly codeHashes?: Grouped<Hash> | undefined
  /** What an operator promises, by system: each system checks its own, once one of its pages is opened. */
  readonly policies?: Readonly<Record<string, unknown>> | undefined
}

type Grouped<T> = {
  readonly shared?: { readonly multicall3?: T | undefined; readonly usdt?: T | undefined } | undefined
  readonly [group: string]: { readonly [name: string]: T | undefined } | undefined
}

/** The first network is shown where the address names none. */
export type AppConfig = {
  readonly networks: readonly [Network, ...Network[]]
  /** Pages that may frame this one, and are taken for a Safe. */
  readonly safeOrigins?: readonly string[] | undefined
  /** Wallets elsewhere may be connected through the relay of WalletConnect. */
  readonly walletConnect?: WalletConnect | undefined
}

export type WalletConnect = {
  readonly projectId: string
  /** Another relay than WalletConnect's own; it is spoken to by wss. */
  readonly relayUrl?: string | undefined
}

export type ConfigResult =
  | { readonly isOk: true; readonly config: AppConfig }
  | { readonly isOk: false; readonly problems: readonly string[] }

const address = v.custom<Address>(
  isChecksummed,
  t`is not an address with a valid checksum (0x, 40 digits, upper and lower case as the explorer shows it)`,
)
const codeHash = v.custom<Hash>(
  (value) => typeof value === 'string' && isHash(value),
  t`is not a hash (0x, 64 digits)`,
)
const wholeNumber = (least: number) =>
  v.pipe(
    v.custom<number>(Number.isSafeInteger, t`must be a whole number`),
    v.minValue(least, t`must be ${least} or more`),
  )
const httpUrl = v.pipe(
  v.string(t`must be a URL in quotes`),
  v.check(isSafeUrl, t`must be an https:// URL (http:// only for this machine)`),
)

const shortText = (most: number) =>
  v.pipe(
    v.string(t`must be a name in quotes`),
    v.minLength(1, t`must not be empty`),
    v.maxLength(most, `must have ${most} characters or fewer`),
  )

const origin = v.pipe(
  httpUrl,
  v.check((url) => new URL(url).origin === url, 'must end after the host: "https://app.safe.global"'),
)

/** An object of these fields and no others. */
function exactly<const Fields extends v.ObjectEntries>(fields: Fields) {
  // valibot would tell of a field that is not there; the field itself tells what it has to be.
  const absent = Object.fromEntries(
    Object.entries(fields).flatMap(([key, { type }]) => (type === 'optional' ? [] : [[key, undefined]])),
  )
  return v.lazy((input) =>
    v.pipe(
      v.custom<object>(isObject, t`is missing or of the wrong type`),
      v.transform((value): object => ({ ...absent, ...value })),
      v.object(fields),
      // `strictObject` would name only the first that is too many.
      v.rawCheck(({ addIssue }) => {
        const unknown = Object.keys(input as object).filter((key) => !Object.hasOwn(fields, key))
        if (unknown.length > 0)
          addIssue({ message: t`has a setting that does not exist: ${unknown.join(', ')}` })
      }),
    ),
  )
}

/** The groups and names that the systems say; a group may be absent, and then the system is. */
function grouped<T>(
  systems: readonly ContractNeeds[],
  value: v.GenericSchema<unknown, T>,
  mayLack: boolean,
): v.GenericSchema<unknown, Grouped<T>> {
  const fields = (names: readonly string[], isOptional: boolean) =>
    Object.fromEntries(names.map((name) => [name, isOptional ? v.optional(value) : value]))
  const groups = systems.map(({ group, required, optional = [] }) => {
    return [group, v.optional(exactly({ ...fields(required, mayLack), ...fields(optional, true) }))] as const
  })
  return exactly({
    shared: v.optional(exactly(fields(sharedNames, true))),
    ...Object.fromEntries(groups),
  })
}

function contractsSchema(systems: readonly ContractNeeds[]) {
  const example = systems.map(({ group, required }) => {
    return `"${group}": { ${required.map((name) => `"${name}": "0x…"`).join(', ')} }`
  })
  const isGrouped = (value: unknown) =>
    typeof value === 'object' &&
    value !== null &&
    !Object.values(value).some((one) => typeof one === 'string')
  return v.pipe(
    v.custom(
      isGrouped,
      t`has to be grouped by system: { "shared": { "usdt": "0x…" }, ${example.join(', ')} }`,
    ),
    grouped(systems, address, false),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      const contracts = dataset.value
      const present = systems.filter(({ group }) => contracts[group] !== undefined)
      const names = systems.map(({ group }) => group).join(', ')
      if (present.length === 0) addIssue({ message: t`names no system: give at least one of ${names}` })
      const at = (key: string) =>
        ({ type: 'unknown', origin: 'value', input: contracts, key, value: undefined }) as const
      for (const { group, shared = [] } of present)
        for (const name of shared)
          if (contracts.shared?.[name] === undefined)
            addIssue({ message: t`is missing: ${group} needs it`, path: [at('shared'), at(name)] })
    }),
  )
}

const networkSchema = (systems: readonly ContractNeeds[]) =>
  exactly({
    chainId: wholeNumber(1),
    name: shortText(40),
    isDevnet: v.boolean(t`must be true or false`),
    rpcUrls: v.pipe(
      v.array(httpUrl, t`must be a list of URLs`),
      v.minLength(1, t`has no RPC URL: the app cannot read the chain`),
    ),
    historyUrl: v.optional(httpUrl),
    explorerUrl: v.optional(httpUrl),
    nativeCurrency: v.optional(exactly({ name: shortText(40), symbol: shortText(11) })),
    ensUniversalResolver: v.optional(address),
    deploymentBlock: v.pipe(
      wholeNumber(0),
      v.transform((block) => BigInt(block)),
    ),
    finalityBlocks: wholeNumber(0),
    blockSeconds: v.pipe(
      v.custom<number>(Number.isFinite, t`must be a number`),
      v.check((seconds) => seconds > 0, t`must be more than 0`),
    ),
    contracts: contractsSchema(systems),
    codeHashes: v.optional(grouped(systems, codeHash, true)),
    policies: v.optional(
      v.custom<Readonly<Record<string, unknown>>>(
        (value) =>
          isObject(value) && Object.keys(value).every((key) => systems.some(({ group }) => group === key)),
        t`has to be grouped by system, like contracts`,
      ),
    ),
  })

function appConfig(systems: readonly ContractNeeds[]) {
  const network = networkSchema(systems)
  return exactly({
    networks: v.pipe(
      v.tupleWithRest([network], network, t`must be a list with at least one network`),
      v.check(
        (networks) => new Set(networks.map(({ chainId }) => chainId)).size === networks.length,
        t`lists the same chainId twice`,
      ),
    ),
    safeOrigins: v.optional(v.array(origin, 'must be a list of origins')),
    walletConnect: v.optional(exactly({ projectId: shortText(64), relayUrl: v.optional(httpUrl) })),
  })
}

/**
 * Checks the parsed text of config.json against what the systems need. Every problem is one sentence that starts with
 * the path of the setting, e.g. "networks[0].contracts.shared.usdt is not an address with a valid checksum".
 */
export function parseConfig(json: unknown, systems: readonly ContractNeeds[]): ConfigResult {
  const result = v.safeParse(appConfig(systems), json)
  if (result.success) return { isOk: true, config: result.output }
  return { isOk: false, problems: result.issues.map(toSentence) }
}

const LOAD_MS = 10_000

/** Fetches ./config.json beside the page and checks it, within `limitMs`. Never throws. */
export async function loadConfig(
  systems: readonly ContractNeeds[],
  limitMs = LOAD_MS,
): Promise<ConfigResult> {
  let text: string
  try {
    const { status, body } = await within(limitMs, (signal) => takeEarlyConfig() ?? fetchConfig(signal))
    if (body === undefined) return problem(t`config.json could not be loaded: the server answered ${status}.`)
    text = body
  } catch (error) {
    return problem(
      error instanceof TimeLimitError
        ? t`config.json could not be loaded: the server has not answered in time. Check the connection, then try again.`
        : t`config.json could not be loaded: the server did not answer. Check the connection, then try again.`,
    )
  }
  try {
    return parseConfig(JSON.parse(text), systems)
  } catch {
    return problem(t`config.json is not JSON. Check it for a missing quote, comma or bracket.`)
  }
}

function problem(sentence: string): ConfigResult {
  return { isOk: false, problems: [sentence] }
}

function toSentence({ path, message }: v.BaseIssue<unknown>): string {
  const place = path
    ?.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
  return t`${place ?? 'config.json'} ${message}.`
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isChecksummed(value: unknown): boolean {
  if (typeof value !== 'string') return false
  try {
    return getAddress(value) === value
  } catch {
    return false
  }
}

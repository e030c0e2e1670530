/**
 * `npm run descriptors [-- config.json]`: writes for each contract that a plan can call what hardware wallets need to show
 * its calls in words, into `.descriptors/`. docs/deploying.md says where they go.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { toFunctionSignature, type Address } from 'viem'
import { buildContracts } from '../artifacts'
import { formatOf, signatureOf, type Format, type Told } from './describe'
import { plannedCalls, type Planned } from './planned'

type Config = {
  readonly networks: readonly {
    readonly chainId: number
    readonly contracts: Readonly<Record<string, Readonly<Record<string, Address | undefined>> | undefined>>
    readonly policies?: Readonly<Record<string, { readonly rules?: string } | undefined>>
  }[]
}
type Docs = {
  readonly userdoc: { readonly methods: Readonly<Record<string, Told | undefined>> }
  readonly devdoc: { readonly methods: Readonly<Record<string, Told | undefined>> }
}

/** Whose contracts may be another's, with other decimals: described only where config.json says that they are ours. */
const mayBeLive = ['musdt', 'stbt']

/** An approval is that of the token that is called, whichever it is. */
const approvalFormat: Format = {
  intent: 'Approve',
  fields: [
    { path: 'spender', label: 'Spender', format: 'addressName' },
    {
      path: 'amount',
      label: 'Amount',
      format: 'tokenAmount',
      params: { tokenPath: '@.to', threshold: `0x8${'0'.repeat(63)}`, message: 'Unlimited' },
    },
  ],
}

/** By the name of its file; the contracts must have been built. */
export async function descriptors(config: Config): Promise<Readonly<Record<string, object>>> {
  const byFile = new Map<string, Planned[]>()
  for (const planned of await plannedCalls()) {
    const file = `calldata-${(planned.contract ?? planned.label).replaceAll(' ', '-')}.json`
    byFile.set(file, [...(byFile.get(file) ?? []), planned])
  }
  return Object.fromEntries([...byFile].map(([file, calls]) => [file, descriptor(calls, config)]))
}

function descriptor(calls: readonly Planned[], config: Config): object {
  const [{ contract, label } = { contract: undefined, label: '' }] = calls
  const docs = contract === undefined ? undefined : docsOf(contract)
  const formats = calls.map(({ call }) => {
    const signature = toFunctionSignature(call)
    if (signature === 'approve(address,uint256)') return [signatureOf(call), approvalFormat] as const
    const told = { ...docs?.devdoc.methods[signature], ...docs?.userdoc.methods[signature] }
    return [signatureOf(call), formatOf(call, told)] as const
  })
  const settings = new Set(calls.flatMap(({ setting }) => setting ?? []))
  return {
    $schema: 'https://eips.ethereum.org/assets/eip-7730/erc7730-v2.schema.json',
    context: {
      $id: contract ?? label,
      contract: { deployments: [...settings].flatMap((setting) => deploymentsOf(setting, config)) },
    },
    metadata: { owner: 'Ballast', contractName: contract ?? label },
    display: { formats: Object.fromEntries(formats) },
  }
}

function deploymentsOf(setting: string, { networks }: Config) {
  const [group = '', name = ''] = setting.split('.')
  return networks.flatMap(({ chainId, contracts, policies }) => {
    const address = contracts[group]?.[name]
    const isOurs = !mayBeLive.includes(group) || policies?.[group]?.rules === 'ours'
    return address !== undefined && isOurs ? [{ chainId, address }] : []
  })
}

function docsOf(contract: string): Docs | undefined {
  const file = new URL(`../../contracts/out/${contract}.sol/${contract}.json`, import.meta.url)
  if (!existsSync(file)) return undefined
  return (JSON.parse(readFileSync(file, 'utf8')) as { metadata: { output: Docs } }).metadata.output
}

if (process.argv[1] === import.meta.filename) {
  const [, , configFile = 'public/config.json'] = process.argv
  buildContracts()
  const made = await descriptors(JSON.parse(readFileSync(configFile, 'utf8')) as Config)
  rmSync('.descriptors', { recursive: true, force: true })
  mkdirSync('.descriptors')
  for (const [file, content] of Object.entries(made))
    writeFileSync(`.descriptors/${file}`, `${JSON.stringify(content, null, 2)}\n`)
  console.log(`${Object.keys(made).length} descriptors are in .descriptors/`)
}

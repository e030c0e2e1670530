import { configuredContracts } from '../chain/contracts'
import { readTree } from '../chain/read-at'
import type { Shares } from '../math/silos-harvest'
import { BPS } from '../math/units'
import { known, typedAmount, typedAmountOrNone, typedRecipient, unknown } from '../system/plan-option'
import type { Found, PlanMaker, PlanOption, SystemScript } from '../system/script'
import type { Plan } from '../tx/plan/plan'
import { silosContracts } from './contracts'
import { FIRST_ADDRESS, parameterNames, unitOf } from './parameter-keys'
import { valuesOf } from './parameter-values'
import type { PlanContext } from './plan-parts'
import { boardOf, proposalOf, proposalReads, type Board, type Proposal } from './proposals'
import { ways } from './shares-text'
import { silosAt } from './silos-at'
import { usdcUnit, xtzUnit, type Silos } from './snapshot'
import { readTrustees, trusteesText } from './trustees-entry'
import * as plans from './vote-plans'

type At = Parameters<PlanMaker['make']>[0]
type Typed = Parameters<PlanMaker['make']>[2]
type Options = PlanMaker['options']

/** What a person proposes goes by. */
type Room = { readonly at: At; readonly context: PlanContext; readonly silos: Silos }

/** A plan of the trustees' contract. */
function inTrustees(
  what: string,
  options: Options,
  make: (room: Room, typed: Typed) => Found<Plan> | Promise<Found<Plan>>,
): PlanMaker {
  return {
    what,
    options,
    async make(at, account, typed) {
      const { network } = at
      const context = { network, account, addresses: silosContracts(network) }
      return make({ at, context, silos: await silosAt(at, account) }, typed)
    },
  }
}

/** Reads so many of the newest proposals up to number `last`, and who the trustees are. */
async function readBoard({ at, context, silos }: Room, last: bigint, most: number) {
  const { weightSet } = silos
  if (!weightSet.isKnown) return weightSet
  const reads = proposalReads(
    context.addresses.trustees,
    { count: last, weightSet: weightSet.value, most },
    context.account,
  )
  return known(await readTree(at, reads))
}

async function boardAt(room: Room): Promise<Found<Board>> {
  const read = await readBoard(room, 0n, 0)
  return read.isKnown ? boardOf(read.value.trustees) : read
}

async function proposalAt(room: Room, typed: Typed): Promise<Found<Proposal>> {
  const { proposalCount } = room.silos
  if (!proposalCount.isKnown) return proposalCount
  const id = typedAmount(typed, 'proposal', 0)
  if (!id.isKnown) return id
  if (id.value > proposalCount.value)
    return unknown(`--proposal: There is none with this number. There are ${proposalCount.value}.`)
  const read = await readBoard(room, id.value, 1)
  if (!read.isKnown) return read
  const [proposal] = read.value.proposals
  return proposal ? proposalOf(proposal) : unknown('The proposal is not known.')
}

/** A plan about a proposal that was made. */
const about = (what: string, plan: (context: PlanContext, proposal: Proposal) => Found<Plan>) =>
  inTrustees(what, { proposal: { what: 'Number of the proposal', kind: 'number' } }, async (room, typed) => {
    const proposal = await proposalAt(room, typed)
    return proposal.isKnown ? plan(room.context, proposal.value) : proposal
  })

const vote = about('Vote for a proposal, for good', (context, proposal) =>
  proposal.matter.kind === 'unknown'
    ? unknown('What this proposal is about can’t be read, and nobody votes for that here.')
    : known(plans.vote(context, proposal)),
)

/** Of each part as it is typed: "recapEqual". */
const partName = (key: keyof Shares) => key.replace(/Bps$/, '')

const partOptions = ways.map(({ key, name }): [string, PlanOption] => {
  return [partName(key), { what: `${name}: percent of the chamber`, kind: 'amount' }]
})

function typedShares(typed: Typed): Found<Shares> {
  const parts = ways.map(({ key }) => typedAmountOrNone(typed, partName(key), 2))
  const wrong = parts.find(({ isKnown }) => !isKnown)
  if (wrong?.isKnown === false) return wrong
  const bps = parts.map((part) => (part.isKnown ? part.value : 0n))
  if (bps.reduce((sum, part) => sum + part, 0n) !== BPS) return unknown('The four parts have to sum to 100.')
  const [recapEqualBps = 0n, recapFullBps = 0n, dividendBps = 0n, ecosystemBps = 0n] = bps
  return known({ recapEqualBps, recapFullBps, dividendBps, ecosystemBps })
}

const proposeDistribution = inTrustees(
  'Propose how to distribute the chamber',
  Object.fromEntries(partOptions),
  async (room, typed) => {
    const shares = typedShares(typed)
    if (!shares.isKnown) return shares
    const { terms } = room.silos
    if (!terms.isKnown) return terms
    const board = await boardAt(room)
    if (!board.isKnown) return board
    const ecosystem = BigInt(terms.value.ecosystem)
    return known(plans.proposeDistribution(room.context, shares.value, board.value, ecosystem))
  },
)

const proposeCover = inTrustees(
  'Propose to sell XTZ of Silo 4 for Silo 1',
  {
    amount: { what: 'XTZ to sell, at most', kind: 'amount' },
    proceeds: { what: 'USDC it has to bring, at least', kind: 'amount' },
  },
  ({ context }, typed) => {
    const amount = typedAmount(typed, 'amount', xtzUnit.decimals)
    if (!amount.isKnown) return amount
    const proceeds = typedAmount(typed, 'proceeds', usdcUnit.decimals)
    return proceeds.isKnown ? known(plans.proposeCover(context, amount.value, proceeds.value)) : proceeds
  },
)

const proposeParameter = inTrustees(
  'Propose another value of a parameter',
  {
    parameter: {
      what: `Number of the parameter: ${parameterNames.map((name, key) => `${key} ${name}`).join('; ')}`,
      kind: 'number',
    },
    value: { what: 'The new value, in USDtz, percent or seconds, or an address', kind: 'amount' },
  },
  ({ context, silos: { state, terms } }, typed) => {
    const key = parameterNames.findIndex((_, number) => `${number}` === typed['parameter']?.trim())
    if (key < 0) return unknown(`--parameter: There are 0 to ${parameterNames.length - 1}.`)
    if (!state.isKnown) return state
    if (!terms.isKnown) return terms
    const isAddress = key >= FIRST_ADDRESS
    const address = terms.value.accounts[key - FIRST_ADDRESS]
    const current = isAddress
      ? address && BigInt(address)
      : valuesOf(state.value, terms.value).find(([one]) => one === key)?.[1]
    if (current === undefined) return unknown('What it is now is not known.')
    const to = isAddress ? typedRecipient(typed, 'value', context.account) : undefined
    if (to?.isKnown === false) return to
    const value = to ? known(BigInt(to.value)) : typedAmountOrNone(typed, 'value', unitOf(key).decimals)
    if (!value.isKnown) return value
    return value.value === current
      ? unknown('--value: It has this value.')
      : known(plans.proposeParameter(context, key, value.value, current))
  },
)

const proposeWeights = inTrustees(
  'Propose who the trustees are, and what each weighs',
  { trustees: { what: 'All of them: address, space, weight; a comma between two', kind: 'list' } },
  async (room, typed) => {
    const { at, context } = room
    const contracts = configuredContracts(at.network).map(({ place, address }) => ({ address, label: place }))
    const read = readTrustees((typed['trustees'] ?? '').replaceAll(',', '\n'), context.account, contracts)
    if (!read.isOk) return unknown(`--trustees: ${read.problem}`)
    const board = await boardAt(room)
    if (!board.isKnown) return board
    const { accounts, weights } = board.value
    return trusteesText(read.accounts, read.weights) === trusteesText(accounts, weights)
      ? unknown('--trustees: These are the current trustees.')
      : known(plans.proposeWeights(context, read, board.value))
  },
)

const proposeHandOver = inTrustees(
  'Propose that one address takes all weight',
  { to: { what: 'Who would decide alone', kind: 'address' } },
  ({ context }, typed) => {
    const to = typedRecipient(typed, 'to', context.account)
    return to.isKnown ? known(plans.proposeHandOver(context, to.value)) : to
  },
)

/** What trustees can be asked for by name, and what anyone may do after them. */
export const votePlans: SystemScript['plans'] = {
  vote,
  execute: about('Carry out a proposal that has passed', (context, proposal) =>
    known(plans.execute(context, proposal)),
  ),
  apply: about('Let a change hold whose public delay is over', (context, proposal) =>
    known(plans.applyChange(context, proposal)),
  ),
  proposeCancel: about('Propose to stop a change that waits', (context, proposal) =>
    known(plans.proposeCancel(context, proposal)),
  ),
  ...{ proposeDistribution, proposeCover, proposeParameter, proposeWeights, proposeHandOver },
}

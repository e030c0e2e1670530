import { displayAmount, exactText, formatAmount } from '../math/amount'
import type { Reading } from '../math/reading'
import { displayDateTime } from '../math/time'
import { Figure } from '../ui/Figure'
import { Stat, StatGrid } from '../ui/Stat'
import { limitPriceOf, mintRoomOf, ratioOf, type Figured } from './backing-view'
import { changeText, priceText, ratioText, sizeText, tusdtText } from './format'
import { RatioScale } from './RatioScale'
import { taoUnit, tusdtUnit, usdcUnit, type BackingState, type Collateral } from './snapshot'
import { terms } from './terms'
import { noPriceText, priceStateOf } from './words'
import { t } from '../words/t'

/** The first line: how much backing there is, its limit, and the distance between them. rules.md C9 */
export function RatioLine({ backing }: Pick<Collateral, 'backing'>) {
  const state = backing.isKnown ? backing.value : undefined
  const ratio = state && ratioOf(state)
  const level0 = state?.parameters.level0 ?? 0n
  const value = ratio && 'value' in ratio ? ratio.value : undefined
  return (
    <section
      aria-label={t`Backing of issued TUSDT`}
      className="grid grid-cols-2 gap-4 rounded-lg border bg-surface p-edge md:grid-cols-[auto_minmax(0,1fr)_auto] md:items-center"
    >
      <Figure
        label={t`Backing of issued TUSDT`}
        formula={{ rule: 'C1', text: t`Backing ÷ issued for backing, rounded down` }}
        term={terms.backingRatio}
        reading={figured(backing, ratio)}
        format={(one) => ratioText(one)}
        full={(one) => `${formatAmount(one, 16)}%`}
        hint={state === undefined ? '' : currentText(state)}
        size="large"
      />
      {state && value !== undefined ? (
        <RatioScale ratio={value} parameters={state.parameters} />
      ) : (
        <span className="max-md:hidden" />
      )}
      <Figure
        label={t`Distance to the limit`}
        formula={{ rule: 'C9', text: t`Backing of issued TUSDT − level 0` }}
        reading={figured(backing, distanceOf(ratio, level0))}
        format={pointsText}
        full={(one) => t`${formatAmount(one, 16)} points`}
        hint={state && value !== undefined ? fallText(state, value) : ''}
        size="large"
      />
    </section>
  )
}

function currentText({ prices, parameters }: BackingState): string {
  const limit = t`Limit ${ratioText(parameters.level0)}: below it TAO is sold.`
  return prices.current === 0n ? limit : t`TAO at ${priceText(prices.current)} USD. ${limit}`
}

function distanceOf(ratio: Figured | undefined, level0: bigint): Figured | undefined {
  return ratio && 'value' in ratio ? { value: ratio.value - level0 } : ratio
}

function pointsText(distance: bigint): string {
  const isBelow = distance < 0n
  const size = displayAmount(isBelow ? -distance : distance, 16, {
    maxFractionDigits: 1,
    round: isBelow ? 'up' : 'down',
  })
  return isBelow ? t`${size} points below` : t`${size} points`
}

function fallText(state: BackingState, ratio: bigint): string {
  const { prices, parameters } = state
  const limit = limitPriceOf(state)
  if (limit === undefined) return t`No TAO price crosses it: the USD alone cover it.`
  if (ratio < parameters.level0)
    return t`TAO would have to rise above ${priceText(limit, { round: 'up' })} USD.`
  return t`TAO would have to fall ${sizeText(prices.current, limit)}, below ${priceText(limit, { round: 'up' })} USD.`
}

/** The second line: of how much TUSDT, made of what, how much more, and what comes. rules.md C1, C2, C8 */
export function BackingFigures({ book, backing }: Pick<Collateral, 'book' | 'backing'>) {
  const state = backing.isKnown ? backing.value : undefined
  const room = state && mintRoomOf(state)
  return (
    <StatGrid>
      <Figure
        label={t`Issued for backing`}
        formula={{ rule: 'C1', text: t`Total supply − principal owed in vaults and running auctions` }}
        reading={figured(backing, state && { value: state.holdings.outstanding })}
        format={tusdtText}
        full={(value) => exactText(value, tusdtUnit)}
        unit="TUSDT"
        hint={
          state && book.isKnown
            ? t`Of a supply of ${tusdtText(state.supply)}; ${tusdtText(book.value[0].principalOwed)} is borrowed in vaults.`
            : ''
        }
      />
      <Figure
        label={t`Backing`}
        formula={{ rule: 'C1', text: t`TAO × current price, rounded down, + USDC` }}
        reading={figured(backing, state && worthOf(state))}
        format={tusdtText}
        full={(value) => displayAmount(value, 18, { maxFractionDigits: 18 })}
        unit="USD"
        hint={
          state
            ? t`${displayAmount(state.holdings.tao, taoUnit.decimals)} TAO and ${displayAmount(state.holdings.usd, usdcUnit.decimals)} USDC`
            : ''
        }
      />
      <Figure
        label={t`Room to mint now`}
        formula={{
          rule: 'C2',
          text: t`The smaller of what today’s cap leaves and what keeps the backing at its target`,
        }}
        reading={figured(backing, room?.room)}
        format={tusdtText}
        full={(value) => exactText(value, tusdtUnit)}
        unit="TUSDT"
        hint={room?.limit ?? ''}
      />
      <NextPrice backing={backing} />
    </StatGrid>
  )
}

function worthOf({ prices, backing }: BackingState): Figured {
  const held = priceStateOf(prices)
  return held === 'Fresh' ? { value: backing } : { why: noPriceText[held] }
}

/** The next price; that none is queued is known, and said. */
function NextPrice({ backing }: Pick<Collateral, 'backing'>) {
  const label = t`Next price of TAO`
  if (backing.isKnown && backing.value.prices.next === 0n)
    return (
      <Stat label={label} hint={nextText(backing.value)}>
        {priceStateOf(backing.value.prices) === 'Frozen' ? t`Frozen` : t`None queued`}
      </Stat>
    )
  const prices = backing.isKnown ? backing.value.prices : undefined
  return (
    <Figure
      label={label}
      term={terms.nextPrice}
      reading={figured(backing, prices && { value: prices.next })}
      format={(value) => priceText(value)}
      full={(value) => formatAmount(value, 18)}
      unit={prices ? changeText(prices.current, prices.next) : 'USD'}
      hint={backing.isKnown ? nextText(backing.value) : ''}
    />
  )
}

function nextText({ prices }: BackingState): string {
  const live =
    prices.live === 0n ? t`The feed has no live price.` : t`The feed says ${priceText(prices.live)}.`
  return prices.next === 0n ? live : t`From ${displayDateTime(prices.nextAt)}. ${live}`
}

/** A figure made of what was read: where it comes from is kept, and what is not known says why. */
export function figured(read: Reading<unknown>, figure: Figured | undefined): Reading<bigint> {
  const { source } = read
  if (!read.isKnown) return { isKnown: false, reason: read.reason, source }
  if (figure === undefined) return { isKnown: false, reason: t`It could not be worked out.`, source }
  return 'why' in figure
    ? { isKnown: false, reason: figure.why, source }
    : { isKnown: true, value: figure.value, source }
}

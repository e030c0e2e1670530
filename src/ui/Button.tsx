import type { ComponentPropsWithRef } from 'react'
import { classes } from './classes'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

type ButtonProps = Omit<ComponentPropsWithRef<'button'>, 'className'> & {
  variant?: ButtonVariant
  size?: 'regular' | 'small'
  isWide?: boolean
}

// An edge that shows only where a person’s own colours replace every fill.
const look: Record<ButtonVariant, string> = {
  primary: 'border border-transparent bg-accent text-accent-ink enabled:hover:bg-accent/90',
  secondary: 'border border-line-strong/60 bg-surface text-ink hover:border-line-strong hover:bg-sunken',
  quiet: 'border border-transparent text-ink hover:bg-sunken',
  danger: 'border border-transparent bg-danger text-danger-ink hover:bg-danger/90',
}

export function Button({ variant = 'secondary', size = 'regular', isWide = false, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(
        'inline-flex items-center justify-center gap-1.5 rounded-md font-medium transition-colors',
        'min-h-11 disabled:cursor-not-allowed disabled:opacity-50 pointer-coarse:min-h-11',
        size === 'small' ? 'px-2.5 text-xs sm:min-h-7' : 'px-3.5 text-sm sm:min-h-9',
        isWide && 'w-full',
        rest['aria-disabled'] === true ? 'border border-line bg-sunken text-muted' : look[variant],
      )}
    />
  )
}

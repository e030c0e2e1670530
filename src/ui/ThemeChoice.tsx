import { classes } from './classes'
import { Icon, type IconName } from './Icon'
import { chooseTheme, type Theme, themes, useTheme } from './theme'
import { t } from '../words/t'

const words: Record<Theme, { icon: IconName; word: string }> = {
  system: { icon: 'screen', word: t`System` },
  light: { icon: 'sun', word: t`Light` },
  dark: { icon: 'moon', word: t`Dark` },
}

export function ThemeChoice() {
  const chosen = useTheme()
  return (
    <fieldset>
      <legend className="mb-1.5 text-xs font-medium text-muted">{t`Theme`}</legend>
      <div className="inline-flex flex-wrap rounded-md border border-line-strong/60 p-0.5">
        {themes.map((theme) => (
          <label
            key={theme}
            className={classes(
              'flex min-h-11 cursor-pointer items-center gap-1.5 rounded px-3 has-focus-visible:outline-2 has-focus-visible:outline-accent sm:min-h-8',
              theme === chosen ? 'bg-accent-soft font-medium text-accent' : 'text-muted hover:text-ink',
            )}
          >
            <input
              type="radio"
              name="theme"
              value={theme}
              checked={theme === chosen}
              className="sr-only"
              onChange={() => chooseTheme(theme)}
            />
            <Icon name={words[theme].icon} />
            {words[theme].word}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

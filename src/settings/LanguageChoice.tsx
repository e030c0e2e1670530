import { Choices } from '../ui/Choices'
import { language } from '../words/chosen'
import { languages, storeLanguage } from '../words/language'
import { t } from '../words/t'

const choices = [
  { id: 'en', label: languages.en },
  { id: 'ar', label: languages.ar },
] as const

/** The page opens anew in what is chosen: every word on it was made in the former language. */
export function LanguageChoice() {
  return (
    <div>
      <p className="mb-1.5 text-xs font-medium text-muted">{t`Language`}</p>
      <Choices
        label={t`Language`}
        choices={choices}
        chosen={language}
        onChoose={(id) => {
          const chosen = choices.find((choice) => choice.id === id)
          if (!chosen || chosen.id === language) return
          storeLanguage(chosen.id)
          window.location.reload()
        }}
      />
    </div>
  )
}

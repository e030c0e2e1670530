import type { Config } from 'tailwindcss'

const token = (name: string) => `var(--${name})`

/** The palette is closed: colours are the tokens of src/app/styles.css, which carry both themes. */
export default {
  content: ['./index.html', './src/**/*.{ts,tsx}'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      canvas: token('canvas'),
      surface: token('surface'),
      sunken: token('sunken'),
      line: { DEFAULT: token('line'), strong: token('line-strong') },
      ink: token('ink'),
      muted: token('muted'),
      accent: { DEFAULT: token('accent'), soft: token('accent-soft'), ink: token('accent-ink') },
      success: { DEFAULT: token('success'), soft: token('success-soft') },
      warn: { DEFAULT: token('warn'), soft: token('warn-soft') },
      danger: { DEFAULT: token('danger'), soft: token('danger-soft'), ink: token('danger-ink') },
    },
    extend: {
      // The edges of page and panels stay as they are when the text grows: the room is for the text.
      spacing: { edge: '16px' },
      fontFamily: {
        sans: [
          '-apple-system',
          'Segoe UI',
          'Roboto',
          'Noto Sans',
          'Liberation Sans',
          'Helvetica Neue',
          'Arial',
          'sans-serif',
        ],
        mono: ['ui-monospace', 'SF Mono', 'Cascadia Code', 'Menlo', 'Consolas', 'monospace'],
      },
    },
  },
} satisfies Config

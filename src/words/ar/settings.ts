import type { Catalogue } from '../catalogue'

export const settings: Catalogue = {
  Language: 'اللغة',
  'Pages that are not translated yet stay in English.': 'الصفحات التي لم تُترجم بعد تبقى بالإنجليزية.',
}

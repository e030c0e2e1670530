import type { Catalogue } from '../catalogue'

export const math: Catalogue = {
  // The second part of a length of time: " 3 h".
  ' {0}': ' و{0}',
  'This is more than any contract can hold.': 'هذا أكثر مما يمكن لأي عقد أن يحمله.',
  'Enter an amount.': 'أدخل مبلغًا.',
  'An amount cannot be negative.': 'لا يمكن أن يكون المبلغ سالبًا.',
  'Write the number out: scientific notation like 1e6 is not accepted.':
    'اكتب العدد كاملًا: الصيغة العلمية مثل 1e6 غير مقبولة.',
  'Write the amount without spaces, like 1000.5.': 'اكتب المبلغ من دون مسافات، مثل 1000.5.',
  'Use the digits 0 to 9.': 'استخدم الأرقام من 0 إلى 9.',
  'Use only digits and one decimal point, like 1000.5.': 'استخدم الأرقام وفاصلة عشرية واحدة فقط، مثل 1000.5.',
  'Write the amount without thousands separators, like 1000.5.':
    'اكتب المبلغ من دون فواصل الآلاف، مثل 1000.5.',
  'Enter a number, like 0.5.': 'أدخل عددًا، مثل 0.5.',
  '"{0}" can mean {1}{2} or {3}.{4}: write it without a comma, or with a point.':
    '«{0}» قد تعني {1}{2} أو {3}.{4}: اكتبها بلا فاصلة، أو بنقطة.',
  'This amount is counted in whole units: no decimals.': 'يُحسب هذا المبلغ بوحدات صحيحة: بلا كسور عشرية.',
  'At most {n} decimals.': {
    zero: 'بلا منازل عشرية.',
    one: 'منزلة عشرية واحدة على الأكثر.',
    two: 'منزلتان عشريتان على الأكثر.',
    few: '{n} منازل عشرية على الأكثر.',
    many: '{n} منزلة عشرية على الأكثر.',
    other: '{n} منزلة عشرية على الأكثر.',
  },
  '{n} d': {
    zero: '0 يوم',
    one: 'يوم واحد',
    two: 'يومين',
    few: '{n} أيام',
    many: '{n} يومًا',
    other: '{n} يوم',
  },
  '{n} h': {
    zero: '0 ساعة',
    one: 'ساعة واحدة',
    two: 'ساعتين',
    few: '{n} ساعات',
    many: '{n} ساعة',
    other: '{n} ساعة',
  },
  '{n} min': {
    zero: '0 دقيقة',
    one: 'دقيقة واحدة',
    two: 'دقيقتين',
    few: '{n} دقائق',
    many: '{n} دقيقة',
    other: '{n} دقيقة',
  },
  '{n} s': {
    zero: '0 ثانية',
    one: 'ثانية واحدة',
    two: 'ثانيتين',
    few: '{n} ثوانٍ',
    many: '{n} ثانية',
    other: '{n} ثانية',
  },
  'unix time {0}': 'توقيت يونكس {0}',
}

import type { Catalogue } from '../catalogue'

export const practice: Catalogue = {
  Practice: 'تدريب',
  'The practice chain did not do this. Reload the page to start over.':
    'لم تنفّذ سلسلة التدريب هذا. أعد تحميل الصفحة للبدء من جديد.',
  'Practice chain: nothing here is real.': 'سلسلة تدريب: لا شيء هنا حقيقي.',
  'The time here is {0}.': 'الوقت فيها {0}.',
  'Time and money': 'الوقت والمال',
  'The contracts of a local chain run in this browser, with a year of made-up history. Nothing you do here leaves this tab, no fee is paid, and everything starts over when the page is loaded again.':
    'تعمل عقود سلسلة محلية داخل هذا المتصفح، مع تاريخ مُختلَق لسنة كاملة. لا يخرج شيء مما تفعله هنا من علامة التبويب هذه، ولا تُدفع أي رسوم، ويبدأ كل شيء من جديد عند إعادة تحميل الصفحة.',
  'Let an hour pass': 'دع ساعة تمر',
  'Let a day pass': 'دع يومًا يمر',
  'Let a week pass': 'دع أسبوعًا يمر',
  'Go to the next date': 'الانتقال إلى الموعد التالي',
  'Get 10,000 USDT': 'احصل على 10,000 USDT',
  'End the practice': 'إنهاء التدريب',
  'The keepers of the systems are doing their part…': 'القائمون على الأنظمة يؤدون دورهم…',
  'Nothing opens, closes or ends any more. Load the page again to start over.':
    'لم يعد شيء يُفتح أو يُغلق أو ينتهي. أعد تحميل الصفحة للبدء من جديد.',
  'It is {0} now.': 'الوقت الآن {0}.',
  'This chain has no USDT.': 'لا يوجد USDT في هذه السلسلة.',
  'Your account has 10,000 USDT and 1 ether more, out of nothing.':
    'زاد حسابك 10,000 USDT و1 إيثر، من لا شيء.',
}

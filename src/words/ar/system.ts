import type { Catalogue } from '../catalogue'

export const system: Catalogue = {
  What: 'ماذا',
  to: 'إلى',
  by: 'من',
  When: 'متى',
  Transaction: 'المعاملة',
  'Show {0} more of {1}': 'عرض {0} أخرى من أصل {1}',
  ' of {0}': ' الخاص بـ {0}',
  'The history{0} could not be read to its end': 'تعذّرت قراءة السجل{0} حتى نهايته',
  'Reading events{0}, {1}%…': 'جارٍ قراءة سجل الأحداث{0}، {1}%…',
  'Stopped at {0}%{1}.': 'توقفت قراءة السجل عند {0}%{1}.',
  'Events read{0}': 'المقروء من سجل الأحداث{0}',
  Stop: 'إيقاف',
  'Go on': 'متابعة',
  Incomplete: 'غير مكتمل',
  '{0}{1} could not be read: they are missing here.': 'من السجل{1} تعذّرت قراءة {0}، وهي ناقصة هنا.',
  '{n} events': {
    zero: '0 حدث',
    one: 'حدث واحد',
    two: 'حدثين',
    few: '{n} أحداث',
    many: '{n} حدثًا',
    other: '{n} حدث',
  },
  'The server of events is not believed': 'خادم الأحداث لا يُصدَّق',
  'There are more events{0} than this page keeps: the oldest are missing.':
    'في السجل{0} أحداث أكثر مما تحفظه هذه الصفحة: تنقص أقدمها.',
  'Figures are of block {0}, reading newer ones': 'الأرقام بحسب الكتلة {0}، وتجري قراءة أحدث منها',
  'Old figures: block {0}, {1} ago': 'أرقام قديمة: الكتلة {0}، قبل {1}',
  'No wallet connected': 'لا محفظة متصلة',
  'Tether has moved USDT to another contract': 'نقلت Tether عملة USDT إلى عقد آخر',
  'Its contract passes everything on to {0}: balances and transfers are there, and a wallet may have to be told of it. What is yours here can be taken out; nothing new is taken. A fee of the new contract is not known: the review shows what arrives.':
    'يمرّر عقدها كل شيء إلى {0}: الأرصدة والتحويلات هناك، وقد يلزم إخبار المحفظة به. ما هو لك هنا يمكن إخراجه، ولا يُقبل جديد. رسم العقد الجديد غير معروف: تعرض المراجعة ما يصل.',
  'Nodes disagree about the rules of {0}: {1} knows them, {2} does not.':
    'تختلف العُقد في قواعد {0}: تعرفها {1} ولا تعرفها {2}.',
  'The rules of {0} could not be read at first; they will be with the next block.':
    'تعذّرت قراءة قواعد {0} في البداية؛ ستُقرأ مع الكتلة التالية.',
  'Only {0} says that this is a contract of the live kind: a second node has to confirm it, or config.json ({1}).':
    'وحدها {0} تقول إن هذا عقد من النوع الحي: يجب أن تؤكده عقدة ثانية أو config.json ({1}).',
  'No node could be asked for the rules of {0}.': 'تعذّر سؤال أي عقدة عن قواعد {0}.',
  '{0} refuses to tell its rules, and config.json says that it has them.':
    'يرفض {0} أن يذكر قواعده، ويقول config.json إن له قواعد.',
  'A part of the app could not be loaded. Check the connection, then try again.':
    'تعذّر تحميل جزء من التطبيق. تحقق من الاتصال ثم أعد المحاولة.',
  '{0} at {1} USD: {2}.': '{0} بسعر {1} USD: {2}.',
  '{0} at {1} USD: {2}, {3} old.': '{0} بسعر {1} USD: {2}، قبل {3}.',
  '{0} counted at 1 USD.': '{0} محسوب بسعر 1 USD.',
  '{0}, {1}': '{0} و{1}',
  '{0}, how much is not known': '{0}، والمقدار غير معروف',
  'Download as JSON': 'تنزيل بصيغة JSON',
  'Nothing is read here': 'لا يُقرأ شيء هنا',
  'This page shows nothing that was read from a contract, or has not read it yet.':
    'لا تعرض هذه الصفحة شيئًا مقروءًا من عقد، أو لم تقرأه بعد.',
  '{n} calls': {
    zero: 'لا استدعاءات',
    one: 'استدعاء واحد',
    two: 'استدعاءان',
    few: '{n} استدعاءات',
    many: '{n} استدعاءً',
    other: '{n} استدعاء',
  },
  'Everything this page was drawn from: {0}, all at block {1} of {2}.':
    'كل ما رُسمت منه هذه الصفحة: {0}، كلها عند الكتلة {1} بتاريخ {2}.',
  'Everything this page was drawn from: {0}, at block {1} of {2} where no other is named.':
    'كل ما رُسمت منه هذه الصفحة: {0}، عند الكتلة {1} بتاريخ {2} ما لم تُذكر كتلة أخرى.',
  '{0} is asked first; where it fails, the next node.': 'تُسأل {0} أولًا، فإن تعذّرت فالعقدة التالية.',
  '{0} was asked.': 'سُئلت {0}.',
  'Hash of the block': 'تجزئة الكتلة',
  'Copy the hash of block {0}': 'نسخ تجزئة الكتلة {0}',
  'Find a call by contract, function, address, rule or a number on the page':
    'البحث عن استدعاء بالعقد أو الدالة أو العنوان أو القاعدة أو برقم في الصفحة',
  'Contract, function, address, rule or number': 'العقد أو الدالة أو العنوان أو القاعدة أو الرقم',
  'No call matches.': 'لا استدعاء يطابق ذلك.',
  Calls: 'الاستدعاءات',
  'block {0}': 'الكتلة {0}',
}

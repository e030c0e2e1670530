import type { Catalogue } from '../catalogue'

export const activity: Catalogue = {
  'What contracts may still take from your account, what is on its way, and what you have done.':
    'ما يجوز للعقود أن تأخذه من حسابك، وما هو في الطريق، وما فعلته.',
  'Looking for the wallet': 'جارٍ البحث عن المحفظة',
  'See what is here': 'انظر ما هنا',
  'Connect a wallet to see its approvals, its transactions in flight and its history.':
    'صِل محفظة لترى أذون الإنفاق فيها ومعاملاتها قيد التنفيذ وسجلها.',
  Approvals: 'أذون الإنفاق',
  'What a contract may take from your account without asking again.':
    'ما يجوز لعقد أن يأخذه من حسابك من دون أن يسأل من جديد.',
  'May be out of date': 'قد يكون قديمًا',
  'Approvals could not be read': 'تعذّرت قراءة أذون الإنفاق',
  'What {0} may take could not be read': 'تعذّرت قراءة ما يجوز أن يأخذه {0}',
  'This list is incomplete': 'هذه القائمة غير مكتملة',
  'An unlimited approval is in force': 'يسري إذن إنفاق بلا حد',
  'A bug in the contract could let it take all of this token that you ever hold in this account. Revoke it when you do not need it; each action can approve its exact amount.':
    'قد يتيح خلل في العقد أخذ كل ما تملكه من هذا الرمز في هذا الحساب في أي وقت. اسحب الإذن حين لا تحتاجه؛ ويمكن لكل إجراء أن يأذن بمبلغه بالضبط.',
  'Looked at: {0}, for the {1} contracts that may be approved here':
    'نُظر في: {0}، للعقود التي قد يُؤذن لها هنا وعددها {1}',
  '{0} Not looked at: other tokens, and approvals given earlier.': '{0} لم يُنظر في: رموز أخرى، وأذون أقدم.',
  ', and for whoever was approved since block {0}, as the tokens’ events tell.':
    '، ولكل من أُذن له منذ الكتلة {0}، كما تقول أحداث الرموز.',
  '. The tokens’ events, which name others, are being read.': '. وتجري قراءة أحداث الرموز، التي تسمّي غيرها.',
  '. The tokens’ events, which name others, could not be read.':
    '. وتعذّرت قراءة أحداث الرموز، التي تسمّي غيرها.',
  'Standing approvals': 'أذون الإنفاق السارية',
  'None found. The line below says where it was looked for.':
    'لم يُعثر على شيء. يقول السطر أدناه أين جرى البحث.',
  'Who may spend': 'من يجوز له الإنفاق',
  'How much': 'كم',
  'Unlimited {0}': '{0} بلا حد أقصى',
  Revoke: 'سحب الإذن',
  'From the contracts’ events; amounts before Tether’s own fee, should it take one.':
    'من أحداث العقود؛ والمبالغ قبل رسم Tether إن أخذته.',
  'Download CSV': 'تنزيل CSV',
  'Asking for the dates that the nodes’ events lack…': 'جارٍ السؤال عن التواريخ الناقصة في أحداث العُقد…',
  'The file has lines without a date': 'في الملف أسطر بلا تاريخ',
  'The nodes told no date for {0} of its events. Each has its block number.':
    'لم تذكر العُقد تاريخًا لأحداث فيه عددها {0}. لكل منها رقم كتلته.',
  'This browser does not keep what was read: on each visit the history is read again.':
    'لا يحفظ هذا المتصفح ما قُرئ: يُقرأ السجل من جديد في كل زيارة.',
  'History shown': 'السجل المعروض',
  'All systems': 'كل الأنظمة',
  'Own events': 'أحداثك',
  'Nothing yet. What you do appears here.': 'لا شيء بعد. ما تفعله يظهر هنا.',
  'The history of {0} could not be read': 'تعذّرت قراءة سجل {0}',
  'Confirmed by two nodes, except for the newest blocks.': 'أكدته عقدتان، عدا أحدث الكتل.',
  'Told by {0}, but for the newest blocks; {1} said the same at samples. An event left out between them is missing here: read again, all is asked of the nodes.':
    'رواه {0}، عدا أحدث الكتل؛ وقالت {1} مثله في عيّنات. حدث أُسقط بين العيّنات ناقص هنا: عند القراءة من جديد تُسأل العُقد عن كل شيء.',
  'Told only by {0} so far: an event left out there is missing here.':
    'ذكرته {0} وحدها حتى الآن: أي حدث تُرك هناك ينقص هنا.',
  'Read again': 'القراءة من جديد',
  'In flight and recent': 'قيد التنفيذ والحديثة',
  'Transactions asked for in this browser.': 'المعاملات المطلوبة في هذا المتصفح.',
  'Loading transactions': 'جارٍ تحميل المعاملات',
  'None. What you send is followed here until it is final.': 'لا شيء. ما ترسله يُتابَع هنا حتى يصبح نهائيًا.',
  Recent: 'الحديثة',
  'Export JSON': 'تصدير JSON',
  'Clear list': 'مسح القائمة',
  'Removes from this list only: the chain keeps them, and what is in flight stays listed.':
    'تُزال من هذه القائمة فقط: تحتفظ بها السلسلة، ويبقى مدرجًا ما هو قيد التنفيذ.',
  'This app never approves {0} to it': 'هذا التطبيق لا يأذن له أبدًا بإنفاق {0}',
  'A contract this app does not know': 'عقد لا يعرفه هذا التطبيق',
  'Approved elsewhere': 'أُذن له من مكان آخر',
}

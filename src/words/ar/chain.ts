import type { Catalogue } from '../catalogue'

export const chain: Catalogue = {
  'A node answered with broken JSON.': 'أجابت عقدة بـ JSON معطوب.',
  '{0} and {1} tell different events at block {2}. Histories are read from the nodes alone until this page is loaded again.':
    'يروي {0} و{1} أحداثًا مختلفة عند الكتلة {2}. تُقرأ السجلات من العُقد وحدها إلى أن تُحمَّل هذه الصفحة من جديد.',
  'no node gave an answer that can be read': 'لم تعطِ أي عقدة جوابًا يمكن قراءته',
  'is not an address with a valid checksum (0x, 40 digits, upper and lower case as the explorer shows it)':
    'ليس عنوانًا بمجموع اختباري صحيح (0x و40 خانة، بالأحرف الكبيرة والصغيرة كما يعرضها المستكشف)',
  'is not a hash (0x, 64 digits)': 'ليس بصمة (0x و64 خانة)',
  'must be a whole number': 'يجب أن يكون عددًا صحيحًا',
  'must be {0} or more': 'يجب أن يكون {0} أو أكثر',
  'must be a URL in quotes': 'يجب أن يكون عنوان URL بين علامتي اقتباس',
  'must be an https:// URL (http:// only for this machine)':
    'يجب أن يكون عنوانًا يبدأ بـ https:// (ويجوز http:// لهذا الجهاز فقط)',
  'must be a name in quotes': 'يجب أن يكون اسمًا بين علامتي اقتباس',
  'must not be empty': 'يجب ألا يكون فارغًا',
  'is missing or of the wrong type': 'ناقص أو من نوع خاطئ',
  'has a setting that does not exist: {0}': 'فيه إعداد لا وجود له: {0}',
  'has to be grouped by system: { "shared": { "usdt": "0x…" }, {0} }':
    'يجب أن يُرتَّب بحسب النظام: { "shared": { "usdt": "0x…" }, {0} }',
  'names no system: give at least one of {0}': 'لا يسمّي أي نظام: اذكر واحدًا على الأقل من {0}',
  'is missing: {0} needs it': 'ناقص: يحتاجه {0}',
  'must be true or false': 'يجب أن يكون true أو false',
  'must be a list of URLs': 'يجب أن يكون قائمة من عناوين URL',
  'has no RPC URL: the app cannot read the chain': 'ليس فيه عنوان RPC: لا يستطيع التطبيق قراءة السلسلة',
  'must be a number': 'يجب أن يكون عددًا',
  'must be more than 0': 'يجب أن يكون أكبر من 0',
  'has to be grouped by system, like contracts': 'يجب أن يُرتَّب بحسب النظام، مثل contracts',
  'must be a list with at least one network': 'يجب أن يكون قائمة فيها شبكة واحدة على الأقل',
  'lists the same chainId twice': 'يذكر chainId نفسه مرتين',
  'config.json could not be loaded: the server answered {0}.': 'تعذّر تحميل config.json: أجاب الخادم {0}.',
  'config.json could not be loaded: the server has not answered in time. Check the connection, then try again.':
    'تعذّر تحميل config.json: لم يُجب الخادم في الوقت المحدد. تحقق من الاتصال ثم أعد المحاولة.',
  'config.json could not be loaded: the server did not answer. Check the connection, then try again.':
    'تعذّر تحميل config.json: لم يُجب الخادم. تحقق من الاتصال ثم أعد المحاولة.',
  'config.json is not JSON. Check it for a missing quote, comma or bracket.':
    'ملف config.json ليس JSON. ابحث فيه عن علامة اقتباس أو فاصلة أو قوس ناقص.',
  '{0} {1}.': 'الإعداد {0} {1}.',
  '{0} has no contract at the configured address of {1}. Figures are unavailable and nothing can be sent.':
    'ليس في شبكة {0} عقد في العنوان المضبوط لكل من {1}. الأرقام غير متاحة ولا يمكن إرسال شيء.',
  '{0} has another contract than the configured one at the address of {1}. Figures are unavailable and nothing can be sent.':
    'في شبكة {0} عقد غير المضبوط في عنوان {1}. الأرقام غير متاحة ولا يمكن إرسال شيء.',
  'The oldest events were too many to keep, and are missing.':
    'كانت أقدم الأحداث أكثر من أن تُحفظ، وهي ناقصة.',
  '{n} events could not be read, and are missing.': {
    zero: 'قُرئت كل الأحداث.',
    one: 'تعذّرت قراءة حدث واحد، وهو ناقص.',
    two: 'تعذّرت قراءة حدثين، وهما ناقصان.',
    few: 'تعذّرت قراءة {n} أحداث، وهي ناقصة.',
    many: 'تعذّرت قراءة {n} حدثًا، وهي ناقصة.',
    other: 'تعذّرت قراءة {n} حدث، وهي ناقصة.',
  },
  'The history could not be read: {0}': 'تعذّرت قراءة السجل: {0}',
  'No node answers, and this computer seems to be offline. Figures are as last read.':
    'لا تجيب أي عقدة، ويبدو أن هذا الحاسوب غير متصل بالإنترنت. الأرقام كما قُرئت آخر مرة.',
  'There is no contract that answers {0} at {1}.': 'لا عقد يجيب عن {0} في {1}.',
  '{0} answered {1} in a form that this app does not know.': 'أجاب {0} عن {1} بصيغة لا يعرفها هذا التطبيق.',
  '{0} reverted without a reason.': 'رُفض {0} بلا سبب.',
  '{0} reverted: {1}.': 'رُفض {0}: {1}.',
  '{0} reverted with {1}.': 'رُفض {0} بالخطأ {1}.',
  '{0} reverted with an unknown error {1}.': 'رُفض {0} بخطأ غير معروف {1}.',
  'no reason was given': 'لم يُذكر سبب',
  'refused access (HTTP {0})': 'رفضت الوصول (HTTP {0})',
  'is limiting requests (HTTP 429)': 'تحدّ من الطلبات (HTTP 429)',
  'answered HTTP {0}': 'أجابت بـ HTTP {0}',
  'answered with a web page, not JSON (a login page of this network?)':
    'أجابت بصفحة ويب لا بـ JSON (لعلها صفحة تسجيل دخول لهذه الشبكة؟)',
  'answered with broken JSON': 'أجابت بـ JSON معطوب',
  'answered another question (wrong id)': 'أجابت عن سؤال آخر (معرّف خاطئ)',
  'gave no usable answer to {0}': 'لم تعطِ جوابًا صالحًا عن {0}',
  'answered "{0}"': 'أجابت «{0}»',
  'serves chain {0}, not {1}': 'تخدم السلسلة {0}، لا {1}',
  'answered more than this app can read': 'أجابت بأكثر مما يستطيع هذا التطبيق قراءته',
  'cannot be reached': 'لا يمكن الوصول إليها',
  'did not answer within {0} s': 'لم تُجب خلال {0} ث',
  'The contracts on {0} could not be checked: {1}': 'تعذّر فحص العقود على {0}: {1}',
  'The nodes have named no newer block than {0} for over a minute. They may be stuck.':
    'لم تذكر العُقد كتلة أحدث من {0} منذ أكثر من دقيقة. ربما توقفت.',
  "Block {0}, the newest the nodes know, is over 15 minutes old, or this computer's clock is wrong.":
    'الكتلة {0}، أحدث ما تعرفه العُقد، عمرها أكثر من 15 دقيقة، أو ساعة هذا الحاسوب خاطئة.',
  'There was no answer within {0} s.': 'لم يصل جواب خلال {0} ث.',
  'All nodes answer.': 'كل العُقد تجيب.',
  '{0} {1}': 'العقدة {0}: {1}',
  '{0}. Reading from {1}.': '{0}. تجري القراءة من {1}.',
  'gave an answer to {0} that can’t be read': 'أعطت جوابًا عن {0} لا يمكن قراءته',
  'is stuck at block {0}, {1} behind': 'توقفت عند الكتلة {0}، متأخرة بمقدار {1}',
  'was not asked': 'لم تُسأل',
  'No node answers: {0}.': 'لا تجيب أي عقدة: {0}.',
  'The chain could not be read: {0}.': 'تعذّرت قراءة السلسلة: {0}.',
}

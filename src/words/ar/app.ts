import type { Catalogue } from '../catalogue'

export const app: Catalogue = {
  'Choose another network': 'اختر شبكة أخرى',
  'This link is about a network that this site does not have': 'هذا الرابط عن شبكة ليست في هذا الموقع',
  'Nothing is shown: figures of another network would not be what the link is about.':
    'لا يُعرض شيء: فأرقام شبكة أخرى ليست ما يدور عنه الرابط.',
  '{0} (chain {1})': '{0} (السلسلة {1})',
  'The practice chain could not be started': 'تعذّر تشغيل سلسلة التدريب',
  'What it begins with could not be fetched, or this browser can’t run it. Reload the page to try again.':
    'تعذّر جلب ما تبدأ به، أو لا يستطيع هذا المتصفح تشغيلها. أعد تحميل الصفحة للمحاولة مرة أخرى.',
  'Ballast stopped working': 'توقف Ballast عن العمل',
  'Loading the settings of this site…': 'جارٍ تحميل إعدادات هذا الموقع…',
  'This site is not set up correctly': 'هذا الموقع غير مُعدّ إعدادًا صحيحًا',
  'Its settings file, config.json, can’t be used. Until it is corrected nothing is shown and nothing can be sent. Funds on chain are not affected.':
    'لا يمكن استخدام ملف إعداداته config.json. إلى أن يُصحَّح لا يُعرض شيء ولا يمكن إرسال شيء. الأموال على السلسلة لا تتأثر.',
  'If this is your site, correct config.json beside index.html. Otherwise tell its operator.':
    'إذا كان الموقع لك فصحّح config.json المجاور لملف index.html، وإلا فأخبر من يشغّله.',
  'Ballast never asks for a seed phrase or private key.':
    'لا يطلب Ballast أبدًا عبارة الاسترداد ولا المفتاح الخاص.',
  'Waiting for the first block': 'في انتظار أول كتلة',
  'As of block {0}, {1} ago': 'بحسب الكتلة {0}، قبل {1}',
  'Something in this browser, such as an extension, has removed parts of this page, so what it shows may be wrong. Reload it before you sign anything; transactions already sent are not affected.':
    'أزال شيء في هذا المتصفح، كإحدى الإضافات، أجزاءً من هذه الصفحة، فقد يكون ما تعرضه خطأ. أعد تحميلها قبل أن توقّع أي شيء؛ المعاملات المرسلة لا تتأثر.',
  Reload: 'إعادة التحميل',
  Settings: 'الإعدادات',
  Main: 'الرئيسية',
  Overview: 'نظرة عامة',
  Activity: 'النشاط',
  Connected: 'متصل',
  Degraded: 'متعثر',
  'No connection': 'لا اتصال',
  'Network {0}: {1}': 'الشبكة {0}: {1}',
  'Chain id {0}': 'معرّف السلسلة {0}',
  'No block yet': 'لا كتلة بعد',
  'Block {0}': 'الكتلة {0}',
  '{0} is read from {1} first, a node {2}': 'تُقرأ شبكة {0} أولًا من {1}، وهي عقدة {2}',
  'chosen in this browser': 'مختارة في هذا المتصفح',
  'Use the site’s nodes': 'استخدام عُقد الموقع',
  'This page could not be loaded. Reload it.': 'تعذّر تحميل هذه الصفحة. أعد تحميلها.',
  'Page not found': 'الصفحة غير موجودة',
  'There is nothing at this address': 'لا شيء في هذا العنوان',
  'Go to the overview': 'الانتقال إلى النظرة العامة',
  'The link may be old, or a letter may be missing.': 'قد يكون الرابط قديمًا، أو ينقصه حرف.',
  'This page stopped working': 'توقفت هذه الصفحة عن العمل',
  'Your funds are on chain and not touched by this; transactions already sent go on.':
    'أموالك على السلسلة ولا يمسّها هذا؛ والمعاملات المرسلة تستمر.',
  'If it stops again, what the app keeps in this browser may be damaged.':
    'إذا توقفت ثانية فقد يكون ما يحفظه التطبيق في هذا المتصفح تالفًا.',
  'Unknown error': 'خطأ غير معروف',
  'You seem to be offline': 'يبدو أنك غير متصل بالإنترنت',
  'This page has not arrived': 'لم تصل هذه الصفحة',
  'A new version is available': 'تتوفر نسخة جديدة',
  'This page was not loaded yet. Reload once you are online again.':
    'لم تُحمَّل هذه الصفحة بعد. أعد التحميل حين يعود الاتصال.',
  'Part of it is taking too long to load. Check the connection, then reload.':
    'يستغرق تحميل جزء منها وقتًا طويلًا. تحقق من الاتصال ثم أعد التحميل.',
  'This page belongs to a version that was replaced while the app was open. Reload to get it.':
    'تعود هذه الصفحة إلى نسخة استُبدلت والتطبيق مفتوح. أعد التحميل للحصول على الجديدة.',
  'Loading the page': 'جارٍ تحميل الصفحة',
  'This page can’t be shown': 'لا يمكن عرض هذه الصفحة',
  'Skip to content': 'تخطَّ إلى المحتوى',
  Systems: 'الأنظمة',
  'Reading sheet': 'كشف القراءات',
}

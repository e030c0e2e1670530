import type { Catalogue } from '../catalogue'

export const wallet: Catalogue = {
  'Try it without a wallet': 'جرّبه بلا محفظة',
  'with made-up money, in this tab': 'بأموال مُختلَقة، داخل علامة التبويب هذه',
  'Show {0} here instead': 'اعرض {0} هنا بدلًا من ذلك',
  'Account {0}': 'الحساب {0}',
  'Your wallet': 'محفظتك',
  'Disconnecting…': 'جارٍ قطع الاتصال…',
  Disconnect: 'قطع الاتصال',
  '{0}. The balances below are on {1} (chain {2}).': '{0}. الأرصدة أدناه على {1} (السلسلة {2}).',
  'Network: {0} (chain {1})': 'الشبكة: {0} (السلسلة {1})',
  'Connect wallet': 'وصل المحفظة',
  'Wallets could not be loaded': 'تعذّر تحميل المحافظ',
  'This page may be older than the site. Reload it and connect again.':
    'قد تكون هذه الصفحة أقدم من الموقع. أعد تحميلها ثم صِل المحفظة من جديد.',
  'Balances could not be read': 'تعذّرت قراءة الأرصدة',
  'The wallet is asking you.': 'المحفظة تسألك.',
  'Balances, which may be out of date': 'الأرصدة، وقد تكون قديمة',
  Balances: 'الأرصدة',
  Token: 'الرمز',
  Balance: 'الرصيد',
  Action: 'الإجراء',
  'Add {0} to wallet': 'إضافة {0} إلى المحفظة',
  'Add to wallet': 'إضافة إلى المحفظة',
  'Switch to {0}': 'التحويل إلى {0}',
  'What you see here is {0}. Nothing can be sent until the wallet is on it too.':
    'ما تراه هنا هو {0}. لا يمكن إرسال شيء حتى تكون المحفظة عليها أيضًا.',
  Disconnected: 'انقطع الاتصال',
  'This page no longer uses your account. It is still listed in your wallet as a connected site: remove it there if you want that gone, too.':
    'لم تعد هذه الصفحة تستخدم حسابك. وما زالت مدرجة في محفظتك موقعًا متصلًا: أزلها هناك إن أردت زوال ذلك أيضًا.',
  'Connect a wallet': 'صِل محفظة',
  'No wallet was found in this browser. Install or enable one: it is listed here as soon as it is there; some need this page to be reloaded first.':
    'لم يُعثر على محفظة في هذا المتصفح. ثبّت واحدة أو فعّلها: تظهر هنا حالما توجد؛ وبعضها يتطلب إعادة تحميل هذه الصفحة أولًا.',
  'Browser wallet': 'محفظة المتصفح',
  'Your wallet is on another network': 'محفظتك على شبكة أخرى',
  'Your wallet is on another network (chain {0})': 'محفظتك على شبكة أخرى (السلسلة {0})',
  'The wallet does not answer. Open or unlock it.': 'المحفظة لا تجيب. افتحها أو فك قفلها.',
  'The wallet has not answered. Open it and answer there, or change the network in the wallet itself.':
    'لم تُجب المحفظة. افتحها وأجب هناك، أو غيّر الشبكة في المحفظة نفسها.',
  'You declined in the wallet. You can try again.': 'رفضتَ في المحفظة. يمكنك المحاولة من جديد.',
  'The wallet is already asking you something. Open it and answer there.':
    'المحفظة تسألك شيئًا بالفعل. افتحها وأجب هناك.',
  'The wallet did not do it, and did not say why.': 'لم تنفّذه المحفظة، ولم تقل لماذا.',
  'The wallet did not do it: {0}': 'لم تنفّذه المحفظة: {0}',
  'The wallet has not answered. Open it and answer there.': 'لم تُجب المحفظة. افتحها وأجب هناك.',
  'The wallet was disconnected.': 'انقطع اتصال المحفظة.',
  '{0} is listed in your wallet.': '{0} مدرج في محفظتك.',
  'The wallet did not add {0}.': 'لم تُضف المحفظة {0}.',
  'This page is served by this device to itself: no phone and no wallet’s own browser can open it. Open the site by its https:// address to use one.':
    'يقدّم هذا الجهاز الصفحة لنفسه: لا يستطيع أي هاتف ولا أي متصفح داخل محفظة فتحها. لاستعمال واحد منها افتح الموقع بعنوانه الذي يبدأ بـ https://.',
  'This page has no https:// address, and wallets open no others. Open the site by its https:// address to use one.':
    'ليس لهذه الصفحة عنوان يبدأ بـ https://، والمحافظ لا تفتح غيره. لاستعمال واحدة منها افتح الموقع بعنوانه الذي يبدأ بـ https://.',
  'The address of this page is too long to be handed to a phone. Open another page of the site first.':
    'عنوان هذه الصفحة أطول من أن يُنقل إلى هاتف. افتح أولًا صفحة أخرى من الموقع.',
  'Open this page in a wallet': 'افتح هذه الصفحة في محفظة',
  'Use a wallet on a phone': 'استعمل محفظة على هاتف',
  'The wallet opens this very page in its own browser; connect there. Where it is not installed, its maker’s site opens, and learns which page you come from.':
    'تفتح المحفظة هذه الصفحة نفسها في متصفحها الخاص؛ صِلها هناك. وإن لم تكن مثبتة يُفتح موقع صانعها، ويعلم من أي صفحة أتيت.',
  'Scan this code with the phone. It holds the address of this page and nothing else; open it in the browser of your wallet and connect there.':
    'امسح هذا الرمز بالهاتف. لا يحمل إلا عنوان هذه الصفحة؛ افتحه في متصفح محفظتك وصِل المحفظة هناك.',
  'Copy the address of this page': 'نسخ عنوان هذه الصفحة',
  'Code with the address of this page': 'رمز فيه عنوان هذه الصفحة',
  'Your wallet has ended the connection': 'أنهت محفظتك الاتصال',
  'Connect it again to send anything. What was sent before is followed all the same.':
    'صِلها من جديد لإرسال أي شيء. وما أُرسل من قبل يُتابَع على أي حال.',
  'The wallet has ended the connection.': 'أنهت المحفظة الاتصال.',
  'It was connected without this network. Disconnect it, then connect it again and allow the network there.':
    'وُصلت من دون هذه الشبكة. اقطع اتصالها، ثم صِلها من جديد واسمح بالشبكة فيها.',
  'It allowed no account on a network of this site.': 'لم تسمح بأي حساب على شبكة من شبكات هذا الموقع.',
  'nobody approved in time, and the code is void now.': 'لم يوافق أحد في الوقت المتاح، والرمز لم يعد صالحًا.',
  'The relay gave no code. Check the connection, then try again.':
    'لم يعطِ الخادم الوسيط رمزًا. تحقق من الاتصال ثم حاول من جديد.',
  'What the page and the wallet say to each other is encrypted and passed on by {0}. That host learns both internet addresses, that they belong together, and when something is asked; the figures here are read from the site’s own nodes.':
    'ما تقوله الصفحة والمحفظة إحداهما للأخرى مشفَّر، وينقله {0}. يعلم ذلك الخادم عنواني الإنترنت كليهما، وأنهما مرتبطان، ومتى يُطلب شيء؛ أما الأرقام هنا فتُقرأ من عُقد الموقع نفسه.',
  'Asking the relay for a code…': 'جارٍ طلب رمز من الخادم الوسيط…',
  'Open a wallet on this phone with the link, or copy the link into it. Approve there, then come back.':
    'افتح محفظة على هذا الهاتف بالرابط، أو انسخ الرابط إليها. وافق هناك ثم عُد إلى هنا.',
  'Open a wallet': 'افتح محفظة',
  'Scan this code with a wallet on another device, or copy the link into one on this device; then approve there.':
    'امسح هذا الرمز بمحفظة على جهاز آخر، أو انسخ الرابط إلى محفظة على هذا الجهاز؛ ثم وافق هناك.',
  'Code that connects a wallet': 'رمز يصل محفظة',
  'Copy the link': 'نسخ الرابط',
  'It calls itself {0} (ENS). Names can look alike: go by the address.':
    'يسمّي نفسه {0} (ENS). قد تتشابه الأسماء: اعتمد على العنوان.',
}

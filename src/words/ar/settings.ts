import type { Catalogue } from '../catalogue'

export const settings: Catalogue = {
  Network: 'الشبكة',
  'This page is about {0} (chain {1}). The others are not asked anything until you choose one.':
    'هذه الصفحة عن {0} (السلسلة {1}). ولا تُسأل الشبكات الأخرى عن شيء حتى تختار إحداها.',
  'Chain {0}': 'السلسلة {0}',
  'The page opens anew. What you have sent on {0} is followed again when you come back to it.':
    'تُفتح الصفحة من جديد. وما أرسلته على {0} تُستأنف متابعته حين تعود إليها.',
  Language: 'اللغة',
  'Pages that are not translated yet stay in English.': 'الصفحات التي لم تُترجم بعد تبقى بالإنجليزية.',
  'Enter an https:// address, or http:// on this machine, without a user name in it.':
    'أدخل عنوانًا يبدأ بـ https://، أو http:// على هذا الجهاز، من دون اسم مستخدم فيه.',
  Node: 'العقدة',
  'Who is asked first about {0}; the others only when it fails.':
    'من يُسأل أولًا عن {0}؛ ولا تُسأل العُقد الأخرى إلا إذا تعثّر.',
  'Node asked first': 'العقدة التي تُسأل أولًا',
  'My own node': 'عقدتي الخاصة',
  'This node is not used': 'هذه العقدة غير مستخدمة',
  'It passes every check and is asked first already.': 'اجتازت كل الفحوص وتُسأل أولًا بالفعل.',
  'Checking…': 'جارٍ الفحص…',
  'Check and use': 'افحص واستخدم',
  'It is checked for its chain, the age of its newest block, and the registry’s code. The node sees which accounts you look at.':
    'تُفحص سلسلتها وعمر أحدث كتلة لديها وشيفرة السجل. وترى العقدة الحسابات التي تنظر فيها.',
  'The security policy of this site keeps your browser from asking {0}. Whoever runs the site has to allow it (rpcUrls in config.json, and the headers made from it); a copy that you serve yourself can allow any node.':
    'تمنع سياسة أمان هذا الموقع متصفحك من سؤال {0}. على من يشغّل الموقع أن يسمح به (rpcUrls في config.json والترويسات المولّدة منه)؛ والنسخة التي تستضيفها بنفسك يمكنها أن تسمح بأي عقدة.',
  'asked first': 'تُسأل أولًا',
  'RPC URL': 'عنوان RPC',
  'The node must answer pages of this site (CORS), and the site’s security policy must allow it. Where it does not, the browser blocks the node and the check says so.':
    'يجب أن تجيب العقدة صفحات هذا الموقع (CORS)، وأن تسمح بها سياسة أمانه. وإلا حجبها المتصفح وقال الفحص ذلك.',
  'Local storage': 'التخزين المحلي',
  'Light, dark, or as the system has it.': 'فاتح أو داكن أو كما في النظام.',
  'English, or the one chosen here.': 'الإنجليزية، أو ما يُختار هنا.',
  'Connected wallet': 'المحفظة المتصلة',
  'To reconnect on the next visit.': 'لإعادة الاتصال في الزيارة القادمة.',
  'Chosen node': 'العقدة المختارة',
  'To ask it first. Its URL may hold an access key.': 'لتُسأل أولًا. قد يحوي عنوانها مفتاح وصول.',
  'Your transactions': 'معاملاتك',
  'To follow them after a reload.': 'لمتابعتها بعد إعادة التحميل.',
  'Events read from the chain': 'الأحداث المقروءة من السلسلة',
  'To read only what is new.': 'لقراءة الجديد فقط.',
  'They are kept in this browser and sent nowhere.': 'تُحفظ في هذا المتصفح ولا تُرسل إلى أي مكان.',
  Look: 'العرض',
  'Data in this browser': 'البيانات في هذا المتصفح',
  'No private keys, no seed phrases, no personal data; no analytics and no third party.':
    'لا مفاتيح خاصة ولا عبارات استرداد ولا بيانات شخصية؛ ولا تحليلات ولا أطراف ثالثة.',
  'Its newest block is {0}, {1} behind the other nodes.':
    'أحدث كتلة لديها {0}، متأخرة بمقدار {1} عن العُقد الأخرى.',
  'It knows no contract at the address of {0}, {1}.': 'لا تعرف عقدًا في عنوان {0}، {1}.',
  '{0} It may be down, or not answer pages of this site (CORS).':
    '{0} قد تكون متوقفة، أو لا تجيب صفحات هذا الموقع (CORS).',
  Alerts: 'التنبيهات',
  'Whether to watch, and what you have been told.': 'هل تُراقَب، وما أُخبرت به.',
  'Names of addresses': 'أسماء العناوين',
  'What you call the addresses you watch.': 'ما تسمي به العناوين التي تراقبها.',
  'Figures of the last visit': 'أرقام الزيارة السابقة',
  'To show them, marked as old, until the chain answers.': 'لعرضها موسومةً بأنها قديمة إلى أن تجيب السلسلة.',
  'A vault near liquidation, what can be claimed or unlocked, dates within a day, what lapses, and what is wrong with a system.':
    'خزنة قريبة من التصفية، وما يمكن المطالبة به أو فتحه، والمواعيد خلال يوم، وما تنتهي مهلته، وما اختلّ في أحد الأنظمة.',
  'Watch the connected account': 'راقب الحساب المتصل',
  'This works only while this tab is open, also behind others: once a minute your node is asked, and nobody else. When the tab or the computer is closed, nothing is told. The command “ballast watch” does the same at any time.':
    'يعمل هذا فقط ما دامت علامة التبويب هذه مفتوحة، ولو خلف غيرها: تُسأل عقدتك مرة كل دقيقة، ولا يُسأل أحد سواها. وإذا أُغلقت علامة التبويب أو الحاسوب فلا يُخبَر بشيء. والأمر “ballast watch” يفعل الشيء نفسه في أي وقت.',
  'Allow notifications': 'اسمح بالإشعارات',
  'Without them, the title of this tab counts what is new.': 'من دونها يعدّ عنوان علامة التبويب ما هو جديد.',
  'Notifications are on. While this tab is behind others, its title counts what is new.':
    'الإشعارات مفعّلة. وما دامت علامة التبويب هذه خلف غيرها يعدّ عنوانها ما هو جديد.',
  'This browser blocks notifications from this site; its settings for the site can allow them. The title of this tab counts what is new.':
    'يحجب هذا المتصفح إشعارات هذا الموقع، ويمكن السماح بها في إعدادات الموقع لديه. ويعدّ عنوان علامة التبويب ما هو جديد.',
  'This browser has no notifications: the title of this tab counts what is new.':
    'ليس في هذا المتصفح إشعارات: يعدّ عنوان علامة التبويب ما هو جديد.',
  'Nobody is connected: there is no account to watch.': 'لا أحد متصل: ليس هناك حساب يُراقَب.',
  'Looking…': 'جارٍ النظر…',
  'Nothing to tell now.': 'لا شيء يُذكر الآن.',
  Danger: 'خطر',
  '{n} things to look at': {
    zero: 'لا أمور تستحق النظر',
    one: 'أمر واحد يستحق النظر',
    two: 'أمران يستحقان النظر',
    few: '{n} أمور تستحق النظر',
    many: '{n} أمرًا يستحق النظر',
    other: '{n} أمر يستحق النظر',
  },
}

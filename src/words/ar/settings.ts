import type { Catalogue } from '../catalogue'

export const settings: Catalogue = {
  Network: 'الشبكة',
  'This page is about {0} (chain {1}). The others are not asked anything until you choose one.':
    'هذه الصفحة عن {0} (السلسلة {1}). ولا تُسأل الشبكات الأخرى عن شيء حتى تختار إحداها.',
  'Chain {0}': 'السلسلة {0}',
  'The page opens anew. What you have sent on {0} is followed again when you come back to it.':
    'تُفتح الصفحة من جديد. وما أرسلته على {0} تُستأنف متابعته حين تعود إليها.',
  Language: 'اللغة',
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
  Appearance: 'الشكل',
  'Data in this browser': 'البيانات في هذا المتصفح',
  'No account’s private key, no seed phrase, no personal data, no analytics.':
    'لا مفتاح خاص لأي حساب، ولا عبارة استرداد، ولا بيانات شخصية، ولا تحليلات.',
  'Keys of a WalletConnect session': 'مفاتيح جلسة WalletConnect',
  'To reach that wallet again. Who has them can ask it, and it asks you; either side’s end of the session removes them.':
    'للوصول إلى تلك المحفظة ثانيةً. من يملكها يستطيع أن يسألها، وهي تسألك؛ وإنهاء الجلسة من أي طرف يحذفها.',
  'Its newest block is {0}, {1} behind the other nodes.':
    'أحدث كتلة لديها {0}، متأخرة بمقدار {1} عن العُقد الأخرى.',
  'It knows no contract at the address of {0}, {1}.': 'لا تعرف عقدًا في عنوان {0}، {1}.',
  '{0} It may be down, or not answer pages of this site (CORS).':
    '{0} قد تكون متوقفة، أو لا تجيب صفحات هذا الموقع (CORS).',
  Alerts: 'التنبيهات',
  'Whether and whom to watch, and what you have been told.': 'هل يُراقَب ومن يُراقَب، وما أُخبرت به.',
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
  'Alerts of {0}': 'تنبيهات {0}',
  'Other accounts watched': 'الحسابات الأخرى المراقَبة',
  'Watch no more': 'أوقف مراقبته',
  'Watch another account as well, up to {0}': 'راقب حسابًا آخر أيضًا، حتى {0}',
  '{n} accounts': {
    zero: '0 حساب',
    one: 'حساب واحد',
    two: 'حسابين',
    few: '{n} حسابات',
    many: '{n} حسابًا',
    other: '{n} حساب',
  },
  'Looking…': 'جارٍ النظر…',
  'Nothing to tell now.': 'لا شيء يُذكر الآن.',
  Danger: 'خطر',
  'Check this site': 'افحص هذا الموقع',
  'Check this site, and who learns what': 'افحص هذا الموقع، ومن يعرف ماذا',
  'What this page can find out now, in this browser. It is this site’s own code that looks: whoever could change the site could change this too, so compare the hash with one from elsewhere.':
    'ما تستطيع هذه الصفحة معرفته الآن في هذا المتصفح. الذي ينظر هو شيفرة من هذا الموقع: فمن استطاع تغيير الموقع استطاع تغيير هذا أيضًا، لذا قارن البصمة ببصمة من مكان آخر.',
  'Check again': 'افحص من جديد',
  'What was found': 'ما وُجد',
  'Everything has been looked at.': 'نُظر في كل شيء.',
  'It could not be checked: {0}': 'تعذّر فحصه: {0}',
  Agrees: 'متفق',
  Differs: 'مختلف',
  'Not checked': 'لم يُفحص',
  'Copy the build’s hash': 'انسخ بصمة البناء',
  'Files of this site': 'ملفات هذا الموقع',
  'The site’s list of its files, manifest.sha256, could not be fetched.':
    'تعذّر جلب قائمة ملفات الموقع، manifest.sha256.',
  'The site’s list of its files, manifest.sha256, can’t be read.':
    'لا يمكن قراءة قائمة ملفات الموقع، manifest.sha256.',
  'Not all of its {0} files came within {1} s.': 'لم تصل ملفاته كلها ({0}) خلال {1} ث.',
  'Not what the site’s own list says: {0}. An update may be under way: reload, and check again.':
    'ليست كما تقول قائمة الموقع نفسه: {0}. قد يكون هناك تحديث جارٍ: أعد التحميل ثم افحص من جديد.',
  'Could not be fetched: {0}.': 'تعذّر جلبها: {0}.',
  '{0} and {1} more': '{0} و{1} غيرها',
  '{n} files, as this browser was served them, are those the site’s own list names. The hash of that list stands for the whole build.':
    {
      zero: 'لا ملفات. وبصمة القائمة تمثل البناء كله.',
      one: 'ملف واحد، كما قُدّم إلى هذا المتصفح، هو الذي تسميه قائمة الموقع نفسه. وبصمة تلك القائمة تمثل البناء كله.',
      two: 'ملفان، كما قُدّما إلى هذا المتصفح، هما اللذان تسميهما قائمة الموقع نفسه. وبصمة تلك القائمة تمثل البناء كله.',
      few: '{n} ملفات، كما قُدّمت إلى هذا المتصفح، هي التي تسميها قائمة الموقع نفسه. وبصمة تلك القائمة تمثل البناء كله.',
      many: '{n} ملفًا، كما قُدّمت إلى هذا المتصفح، هي التي تسميها قائمة الموقع نفسه. وبصمة تلك القائمة تمثل البناء كله.',
      other:
        '{n} ملف، كما قُدّمت إلى هذا المتصفح، هي التي تسميها قائمة الموقع نفسه. وبصمة تلك القائمة تمثل البناء كله.',
    },
  'Code of the contracts': 'شيفرة العقود',
  'Code of the other contracts': 'شيفرة العقود الأخرى',
  'It could not be read: {0}': 'تعذّرت قراءتها: {0}',
  '{n} contracts have the code whose hash config.json names. What stands behind a proxy, the hash does not tell.':
    {
      zero: 'لا عقود لها الشيفرة التي يذكر config.json بصمتها.',
      one: 'عقد واحد له الشيفرة التي يذكر config.json بصمتها. أما ما وراء الوكيل (proxy) فلا تخبر به البصمة.',
      two: 'عقدان لهما الشيفرة التي يذكر config.json بصمتها. أما ما وراء الوكيل (proxy) فلا تخبر به البصمة.',
      few: '{n} عقود لها الشيفرة التي يذكر config.json بصمتها. أما ما وراء الوكيل (proxy) فلا تخبر به البصمة.',
      many: '{n} عقدًا لها الشيفرة التي يذكر config.json بصمتها. أما ما وراء الوكيل (proxy) فلا تخبر به البصمة.',
      other:
        '{n} عقد لها الشيفرة التي يذكر config.json بصمتها. أما ما وراء الوكيل (proxy) فلا تخبر به البصمة.',
    },
  '{n} contracts have code at their addresses, and config.json names no hash to compare it with.': {
    zero: 'لا عقود بلا بصمة في config.json.',
    one: 'عقد واحد في عنوانه شيفرة، ولا يذكر config.json بصمة تُقارن بها.',
    two: 'عقدان في عنوانيهما شيفرة، ولا يذكر config.json بصمة تُقارن بها.',
    few: '{n} عقود في عناوينها شيفرة، ولا يذكر config.json بصمة تُقارن بها.',
    many: '{n} عقدًا في عناوينها شيفرة، ولا يذكر config.json بصمة تُقارن بها.',
    other: '{n} عقد في عناوينها شيفرة، ولا يذكر config.json بصمة تُقارن بها.',
  },
  'Agreement of nodes': 'اتفاق العُقد',
  'config.json names one node only: nobody else can be asked.':
    'لا يذكر config.json إلا عقدة واحدة: ليس هناك غيرها ليُسأل.',
  'They did not answer everything within {0} s.': 'لم تجيبا عن كل شيء خلال {0} ث.',
  'They could not be compared: {0}': 'تعذّرت مقارنتهما: {0}',
  'They name different blocks {0}: they do not follow the same chain.':
    'تسمّيان كتلتين مختلفتين برقم {0}: فهما لا تتبعان السلسلة نفسها.',
  'At block {0} they say different things about {1}. One of them is wrong: act on neither until you know which.':
    'عند الكتلة {0} تقولان أشياء مختلفة عن {1}. إحداهما مخطئة: لا تعتمد على أي منهما حتى تعرف أيهما.',
  'At block {0} not everything could be read, so not everything was compared: {1}.':
    'عند الكتلة {0} تعذّرت قراءة بعض الأشياء، فلم يُقارن كل شيء: {1}.',
  'what the systems hold and owe; nobody is connected, so nobody’s own figures':
    'ما تملكه الأنظمة وما عليها؛ ولا أحد متصل، فلا أرقام تخص أحدًا',
  'what the systems hold and owe, and what {0} has in them':
    'ما تملكه الأنظمة وما عليها، وما للحساب {0} فيها',
  'At block {0} both gave the same answers, byte for byte, to {1} questions: {2}.':
    'عند الكتلة {0} أجابت كلتاهما بالأجوبة نفسها، بايتًا ببايت، عن أسئلة عددها {1}: {2}.',
  'one of them does not know block {0}': 'إحداهما لا تعرف الكتلة {0}',
  'Clock of this device': 'ساعة هذا الجهاز',
  'A local chain keeps a time of its own: there is nothing to compare with.':
    'للسلسلة المحلية وقت خاص بها: ليس هناك ما يُقارن به.',
  'The newest block was made {0} after what this clock shows: the clock is slow, or the node tells a false time.':
    'صُنعت أحدث كتلة بعد ما تعرضه هذه الساعة بمقدار {0}: فالساعة متأخرة، أو تذكر العقدة وقتًا خاطئًا.',
  'The newest block is {0} old by this clock: the clock is fast, or no newer block reaches this page. Which of the two can’t be told here.':
    'عمر أحدث كتلة {0} بحسب هذه الساعة: فالساعة متقدمة، أو لا تصل كتلة أحدث إلى هذه الصفحة. ولا يمكن هنا معرفة أيهما.',
  'By this clock the newest block is {0} old, as it should be.':
    'عمر أحدث كتلة بحسب هذه الساعة {0}، كما ينبغي.',
  'Who learns what': 'من يعرف ماذا',
  'Who serves this site': 'من يقدّم هذا الموقع',
  'Your internet address, when you open the page, and, by the files that are fetched, which parts of the app you use. No account and no amount: those stand behind the # of the address or are kept in this browser, and are not sent.':
    'عنوانك على الإنترنت، ومتى تفتح الصفحة، وأي أجزاء التطبيق تستخدم بحسب الملفات التي تُجلب. لا حساب ولا مبلغ: فهذه بعد علامة # في العنوان أو محفوظة في هذا المتصفح، ولا تُرسل.',
  'Your internet address and every account you connect or watch, all of them together. The one asked first learns all of that; the others learn what they are asked when it fails, and wherever one node’s word is not enough, as before an action. They are {0}. A node of your own can be {1}; the others still confirm what money goes by.':
    'عنوانك على الإنترنت وكل حساب توصله أو تراقبه، كلها معًا. العقدة التي تُسأل أولًا تعرف ذلك كله؛ وتعرف الأخرى ما تُسأل عنه حين تتعثر الأولى، وحيث لا تكفي كلمة عقدة واحدة، كما قبل كل إجراء. وهي {0}. ويمكن أن تكون عقدة خاصة بك هي {1}؛ وتبقى الأخرى تؤكد ما تعتمد عليه الأموال.',
  'asked first instead': 'التي تُسأل أولًا بدلًا منها',
  'The server of events': 'خادم الأحداث',
  'Your internet address, and each account whose history is read. It is {0}.':
    'عنوانك على الإنترنت، وكل حساب يُقرأ سجله. وهو {0}.',
  'There are no analytics, and no fonts or scripts from elsewhere. The browser refuses to ask anybody whom this site’s policy does not name.':
    'لا تحليلات، ولا خطوط ولا نصوص برمجية من مكان آخر. ويرفض المتصفح أن يسأل أحدًا لا تسميه سياسة هذا الموقع.',
  'The nodes': 'العُقد',
  'What you ask it to sign. It has nodes and servers of its own, which this site knows nothing of.':
    'ما تطلب منها توقيعه. ولها عُقد وخوادم خاصة بها لا يعرف هذا الموقع عنها شيئًا.',
  Everybody: 'الجميع',
  'What you send: the chain keeps each account, amount and time in public, for good.':
    'ما ترسله: تحفظ السلسلة كل حساب ومبلغ ووقت علنًا وإلى الأبد.',
  'Nobody else': 'لا أحد غيرهم',
  '{n} things to look at': {
    zero: 'لا أمور تستحق النظر',
    one: 'أمر واحد يستحق النظر',
    two: 'أمران يستحقان النظر',
    few: '{n} أمور تستحق النظر',
    many: '{n} أمرًا يستحق النظر',
    other: '{n} أمر يستحق النظر',
  },
  'The relay of WalletConnect': 'الخادم الوسيط لـ WalletConnect',
  'Nothing, unless you connect a wallet through it. Then it learns your internet address and your wallet’s, that they belong together, and when something is asked; what is asked is encrypted.':
    'لا شيء، ما لم تصل محفظة عبره. عندئذ يعلم عنوانك على الإنترنت وعنوان محفظتك، وأنهما مرتبطان، ومتى يُطلب شيء؛ أما ما يُطلب فمشفَّر.',
  'Ask only one node about each watched address': 'اسأل عقدة واحدة فقط عن كل عنوان تراقبه',
  'Each watched address is read from one node, the same on every visit, and they are shared out evenly among the nodes; which goes where is kept in this browser. The price is certainty: where that node fails or lags, the address cannot be read, and no other node confirms what it says. Every node still sees your internet address, and nodes of one operator can put together what they see. The account you connect is read as before.':
    'يُقرأ كل عنوان مراقَب من عقدة واحدة، هي نفسها في كل زيارة، وتُوزَّع العناوين على العُقد بالتساوي؛ ويُحفظ هذا التوزيع في هذا المتصفح. وثمن ذلك من اليقين: فإذا تعطلت تلك العقدة أو تأخرت تعذّرت قراءة العنوان، ولا تؤكد عقدة أخرى ما تقوله. وما زالت كل عقدة ترى عنوانك على الإنترنت، وتستطيع عُقد المشغّل الواحد أن تجمع ما تراه. أما الحساب الذي تصله فيُقرأ كما كان.',
  'Nodes of watched addresses': 'عُقد العناوين المراقبة',
  'To ask the same node about an address each time, if you want that.':
    'لسؤال العقدة نفسها عن العنوان كل مرة، إن أردت ذلك.',
  'The addresses you watch can be shared out among them in the settings, each to one node.':
    'يمكن في الإعدادات توزيع العناوين التي تراقبها عليها، كل عنوان على عقدة واحدة.',
}

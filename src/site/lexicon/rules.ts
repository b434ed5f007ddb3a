/**
 * How the webmail words receiving rules, as patterns over normalised text. Attested: the conditions
 * sender, recipient, subject, size and attachments; the actions move, label, follow-up, auto-reply,
 * forward and reject; and Edit, Delete. All the rest, and all of the Japanese, is supposed.
 */
import type { Rule } from '../../core/schemas.ts';
import { unicode } from '../unicode.ts';
import { lazy } from './lazy.ts';

export type Action = NonNullable<Rule['does']>[number];
export type ConditionField = 'from' | 'to' | 'subject' | 'body' | 'size' | 'attachments' | 'status';

/** A pattern; one that is made of text is made when it is first used, for few pages have rules. */
export interface Pattern {
  test(text: string): boolean;
  exec(text: string): RegExpExecArray | null;
}

/** A text that is, as a whole, one of some. */
function any(...sources: string[]): Pattern {
  const pattern = unicode(`^(?:${sources.join('|')})$`);
  return { test: (text) => pattern().test(text), exec: (text) => pattern().exec(text) };
}

/** What may stand around an English action without changing it. */
const it = String.raw`(?:\s(?:it|them|this|the|these|such|all|a|an|mail|mails|e-?mails?|messages?|copy|of|immediately|automatically|directly|silently|permanently|forever|instantly|from|server|on|after|receiving|receipt|as|attachment|spam folder))*`;

/** An action by the whole of its clause; the value of `target` is a folder or an address. */
export const actionPatterns = lazy(
  (): readonly (readonly [pattern: Pattern, action: Action | 'move'])[] => [
    [
      any(
        `(?:permanently |automatically |directly |immediately )?(?:delete|discard|erase|purge)${it}`,
      ),
      'delete',
    ],
    [
      any(
        '(?:收取后|收信后|收到后)?(?:自动|直接|立即)?(?:彻底|永久)?(?:删除|丢弃)(?:邮件|该邮件|此邮件)?',
      ),
      'delete',
    ],
    [
      any(
        '(?:收取後|收信後|收到後)?(?:自動|直接|立即)?(?:徹底|永久)?(?:刪除|捨棄|丟棄)(?:郵件|信件|該郵件|此郵件)?',
      ),
      'delete',
    ],
    [
      any('(?:メールを|自動的に|自動で)*(?:完全に|完全|すぐに)?(?:削除|破棄)(?:する|します)?'),
      'delete',
    ],
    [
      any(
        String.raw`(?:reject|refuse|bounce|decline)${it}(?: with (?:a |this )?(?:message|reason|notice|reply)\b.*)?`,
      ),
      'reject',
    ],
    [
      any(
        '(?:直接|自动|自動)?(?:拒收|拒绝接收|拒絕接收|退回|退信|拒收并退信|拒收並退信)(?:邮件|郵件|信件)?',
      ),
      'reject',
    ],
    [
      any(
        '(?:メールを)?(?:受信)?拒否(?:する|します)?',
        '(?:送信者に)?(?:返送|差し戻)(?:する|し|します|す)?',
      ),
      'reject',
    ],
    [any(String.raw`(?:mark|set|flag)${it}\s(?:as )?(?:already )?read`), 'read'],
    [
      any(
        '(?:标记|标为|标示|设置|设|置|标)(?:为|成|记为)?已读',
        '(?:標記|標示|設定|設|標)(?:為|成|示為)?已讀',
      ),
      'read',
    ],
    [
      any(
        '既読(?:に|と|として)?(?:する|して|し|します|マークする|マーク)?',
        '(?:開封済み|既読)(?:にする|としてマーク(?:する)?)',
      ),
      'read',
    ],
    [
      any(
        String.raw`(?:auto(?:matically)?[ -]?)?(?:forward|redirect|resend)${it}(?:\s?(?:to|:|to:))?\s?(?<target>.*)`,
      ),
      'forward',
    ],
    [
      any(
        '(?:自动|自動)?(?:转发|轉發|轉寄|转寄|重定向|重新導向|重导向|转递)(?:邮件|郵件|信件)?(?:给|給|到|至|为|往|:)*\\s?:?\\s?(?<target>.*)',
      ),
      'forward',
    ],
    [
      any(
        '(?<target>.+?)\\s?(?:に|へ|宛に|宛へ)\\s?(?:自動)?(?:転送|リダイレクト|回送)(?:する|し|して|します)?',
        '(?:自動)?(?:転送|リダイレクト)(?:先)?\\s?[:：]\\s?(?<target2>.*)',
        '(?:自動)?転送(?:する)?',
      ),
      'forward',
    ],
    [
      any(
        String.raw`(?:keep|leave|stay)${it}\s(?:in|to)\s(?:the )?inbox`,
        '(?:保留|留|存)(?:在|到|至)?收件(?:箱|匣|夾|夹)',
        '受信(?:トレイ|ボックス|箱)に(?:残す|保持する|置く)',
      ),
      'inbox',
    ],
    [
      any(
        String.raw`(?:move|file|transfer|put|save|place|sort)${it}\s?(?:to|into|in|:)\s?(?:the )?(?:specified )?(?:folder\b)?\s?[:：]?\s?(?<target>.+)`,
      ),
      'move',
    ],
    [
      any(
        '(?:自动|自動)?(?:移动|移動|搬移|转存|轉存|转移|轉移|移|归档|歸檔|放|存|收|分类|分類|投递|投遞)(?:到|至|入|進|进)(?:指定)?(?:(?:邮件夹|郵件夾|文件夹|資料夾|信箱夾|收件夹|信件匣|郵件匣)\\s?[:：]?)?\\s?[:：]?\\s?(?<target>.+)',
      ),
      'move',
    ],
    [
      any(
        '(?<target>.+?)\\s?(?:に|へ)\\s?(?:自動的に|自動で)?(?:移動|振り分け|仕分け|保存)(?:する|る|し|して|します)?',
        '移動先\\s?[:：]\\s?(?<target2>.+)',
      ),
      'move',
    ],
    [
      any(
        String.raw`(?:set|add|apply|assign|attach)${it}\s?(?:label|tag|category|star|flag)s?\b.*`,
        String.raw`(?:label|tag|categor(?:y|ise|ize))${it}\s?(?:as|with|:)?.*`,
        String.raw`(?:add |set )?(?:a )?(?:star|flag|pin)(?: it| the message)?`,
        String.raw`mark(?: it| the message)? (?:for|as|with|to) (?:a )?(?:follow[ -]?up|flag|star|important|starred|flagged|to[ -]?do)`,
        String.raw`follow[ -]?up(?: flag)?`,
        String.raw`(?:auto(?:matic(?:ally)?)?[ -]?)?repl(?:y|ies)\b.*`,
        String.raw`(?:show|send|play|pop up)?\s?(?:a )?(?:desktop )?(?:notif(?:y|ication)|alert|sound)\b.*`,
        String.raw`copy${it}\s?(?:to|into|:).*`,
        String.raw`stop(?: processing)?(?: (?:more|further|other|later|subsequent|following|the|all|any|remaining|rules?))*`,
        String.raw`(?:do not|don't) (?:apply|process|run|execute|check)(?: (?:more|further|other|later|subsequent|following|the|any|rules?))+`,
      ),
      'other',
    ],
    [
      any(
        '(?:设置|設定|添加|新增|加|打|贴|貼|标记|標記)?(?:为|為|上)?(?:标签|標籤|分类标签|類別)\\s?.*',
        '(?:标记|標記|标|標|设|設|加|添加|設置)(?:为|為|上)?(?:一个|一個)?(?:跟进|跟進|待办|待辦|星标|星標|星號|星号|星|红旗|紅旗|旗标|旗標|旗|旗子|重要|置顶|置頂|追蹤)(?:邮件|郵件)?',
        '(?:星标|星標|红旗|紅旗|跟进|跟進|置顶|置頂|標星號)',
        '(?:自动|自動)(?:回复|回覆|答复|答覆)\\s?.*',
        '(?:桌面|弹窗|彈窗|短信|簡訊|声音|聲音|新郵件)?(?:通知|提醒)(?:我)?.*',
        '(?:复制|複製|拷贝)(?:一份)?(?:到|至)?.*',
        '(?:停止|不再|不|终止|終止)(?:处理|處理|执行|執行|检查|檢查|套用|匹配|应用)(?:其他|其它|后续|後續|后面的|後面的|更多|以下|之後的)?(?:的)?(?:收信)?(?:规则|規則)?',
      ),
      'other',
    ],
    [
      any(
        '(?:ラベル|タグ|分類|カテゴリ).*(?:付ける|つける|設定|追加|適用)(?:する|します)?',
        '(?:フラグ|スター|重要マーク|星|旗|ピン)(?:を|の)?(?:付ける|つける|設定する|追加する|付け|付けて)?',
        'フォローアップ.*',
        '(?:自動)?(?:返信|応答)(?:する|します)?\\s?.*',
        '(?:デスクトップ)?(?:通知)(?:する|します)?',
        '.+(?:に|へ)コピー(?:する|します)?',
        '(?:以降|他|その他|残り|後続|以後)の(?:受信)?ルール(?:を|は)?(?:処理|適用|実行)?(?:しない|を停止する|を中止する|停止)',
        '(?:ルールの)?処理を(?:停止|中止|終了)(?:する|します)?',
      ),
      'other',
    ],
  ],
);

/** Added to forwarding: then the mail does not stay in the mailbox. */
export const keepsNone = lazy(() =>
  any(
    String.raw`(?:do not|don't|without) keep(?:ing)?(?: (?:a|the|any))?(?: (?:cop(?:y|ies)|original|mail|message))?(?: (?:in|on) the (?:inbox|server|mailbox))?`,
    '不(?:在(?:收件箱|服务器|伺服器))?(?:上)?保留(?:副本|邮件|郵件|原件)?(?:在|于)?(?:收件箱|收件匣|服务器|伺服器)?',
    '(?:受信トレイ|サーバー)?に?(?:コピー|メール)?を?残さない',
  ),
);

/** Added to forwarding: the mail stays in the mailbox as well. */
export const keepsCopy = lazy(() =>
  any(
    String.raw`(?:keep|leave|retain|save)(?:ing)? (?:a |the |an )?(?:local )?(?:cop(?:y|ies)|original|message|mail)(?: (?:in|on) (?:the |my |this )?(?:inbox|server|mailbox))?`,
    '(?:在)?(?:收件箱|收件匣|服务器|伺服器|本邮箱|邮箱|信箱)?(?:中|里|上|内)?(?:保留|留存)(?:一份)?(?:副本|备份|備份|原件|原邮件|原郵件|原信件|邮件|郵件|信件)(?:在|于|於|到)?(?:收件箱|收件匣|服务器|伺服器|本邮箱|邮箱|信箱)?',
    '(?:(?:受信トレイ|サーバー|メールボックス)に)?(?:コピー|元のメール|元メール)を?(?:残す|保存する|保持する|残します)',
  ),
);

/** The words before a condition's value, by what the condition looks at. */
export const fieldPatterns = lazy(
  (): readonly (readonly [pattern: Pattern, field: ConditionField])[] => [
    [
      /^(?:if |when |where )?(?:the )?(?:sender(?:'s)?(?: address| name)?|from(?: address)?)\b/,
      'from',
    ],
    [
      /^(?:如果|若|当|當)?(?:邮件|郵件)?的?(?:发件人|发信人|寄件人|寄件者|發件人|来自|來自)(?:地址)?/,
      'from',
    ],
    [/^(?:差出人|送信者|送信元|発信者)(?:のアドレス)?/, 'from'],
    [/^(?:if |when |where )?(?:the )?(?:recipients?|to|cc|to or cc|sent to|addressed to)\b/, 'to'],
    [/^(?:如果|若|当|當)?(?:收件人|收信人|收件者|抄送人?|副本|发送给|寄给)/, 'to'],
    [/^(?:宛先|受信者|cc)/, 'to'],
    [/^(?:if |when |where )?(?:the )?(?:subject|title)(?: line)?\b/, 'subject'],
    [/^(?:如果|若|当|當)?(?:邮件|郵件)?(?:主题|主旨|主題|标题|標題)/, 'subject'],
    [/^(?:件名|表題|タイトル)/, 'subject'],
    [/^(?:if |when |where )?(?:the )?(?:body|content|text|message body|mail body)\b/, 'body'],
    [/^(?:如果|若|当|當)?(?:邮件|郵件)?(?:正文|内容|內容|本文)/, 'body'],
    [/^(?:本文|メール本文|内容)/, 'body'],
    [
      /^(?:if |when |where )?(?:the )?(?:(?:message |mail |email )?size\b|(?:it is |(?:message|mail|email) is )?(?:larger|bigger|smaller) than)/,
      'size',
    ],
    [/^(?:如果|若|当|當)?(?:邮件|郵件|信件)?(?:大小|容量)/, 'size'],
    [/^(?:メールの|メール)?サイズ/, 'size'],
    [
      /^(?:if |when |where )?(?:it |the (?:mail|message) )?(?:has|with|contains|includes|have) (?:an? )?attachments?\b|^attachments?\b/,
      'attachments',
    ],
    [/^(?:如果|若|当|當)?(?:邮件|郵件)?(?:带|帶|有|含|包含|附有|附带)?(?:有)?附件/, 'attachments'],
    [/^添付(?:ファイル)?/, 'attachments'],
    [
      /^(?:importance|priority|sent only to me|sent to me|marked|flagged|is (?:a )?(?:reply|encrypted)|重要性|优先级|優先級|优先权|重要度)/,
      'status',
    ],
  ],
);

/** The whole of a text that sets no condition. */
export const everything = lazy(() =>
  any(
    String.raw`(?:for |on |applies to |apply to )?(?:all|any|every|each)(?: (?:incoming|new|received|of the|the|my|single))*(?: (?:mails?|e-?mails?|messages?))(?: (?:received|that arrives?|you receive))?`,
    String.raw`(?:if )?any (?:mail|message|e-?mail) (?:arrives|comes in|is received)|all other (?:mails?|messages?)|(?:the )?(?:sender|from)(?: is)?:? (?:anyone|anybody|everyone|everybody)`,
    String.raw`no conditions?(?: ?\(.*\))?|without conditions?|unconditional(?:ly)?|always`,
    '(?:对|對)?(?:收到的)?(?:所有|全部|任何|任意|每一?封|每封|一切)(?:的)?(?:收到的)?(?:邮件|郵件|信件|来信|來信|来件)?(?:邮件|都|均)?',
    '收到任[意何]邮件(?:时)?|收到任何郵件',
    '(?:对|對)?(?:收到的)?(?:其他|其余|其餘)(?:所有)?(?:的)?(?:邮件|郵件|信件)',
    '(?:无|無|なし) ?\\(.*(?:所有|全部|すべて).*\\)',
    '(?:无|無|没有|沒有|不设|不設)(?:任何)?(?:条件|條件)|收到的每一封邮件',
    '(?:すべて|全て|全部|あらゆる)の?(?:受信|新着)?(?:した)?(?:メール|メッセージ)|条件なし|無条件',
  ),
);

/** A condition that holds for what it does not name. */
export const negation = () =>
  /\b(?:not|except|excluding|without|outside (?:of )?(?:my|our|the|this)|other than|unless|isn't|doesn't)\b|不包含|不包括|不含|不是|不等于|不等於|不为|不為|除了|除外|除.+外|以外|含まない|含まれない|含まれていない|除く|でない|ではない|等しくない|一致しない|されていない/;

/** That one of the conditions is enough; what stands before the list of them, if anything. */
export const anyOf = () =>
  /^(?:any (?:of|one|condition)|either|match(?:es)? any|meets? any)\b.*?[:：]|^(?:满足|符合|滿足)?(?:以下|下列)?(?:任一|任意|任何)(?:一个|一個|一)?(?:条件|條件)?\s?[:：]|^(?:次の|以下の)?いずれか(?:の条件)?(?:に一致|を満たす)?\s?[:：]/;
export const allOf = () =>
  /^(?:all (?:of|conditions)|match(?:es)? all|meets? all)\b.*?[:：]|^(?:满足|符合|滿足)?(?:以下|下列)?(?:所有|全部)(?:的)?(?:条件|條件)\s?[:：]|^(?:次の|以下の)?すべて(?:の条件)?(?:に一致|を満たす)?\s?[:：]/;

/** Words that intruders' rules look for: invoices, payments, passwords, banks. */
export const sensitive = () =>
  /(?<![a-z])(?:invoices?|passwords?|payments?|bank(?:s|ing)?|remittances?|wire transfers?|money transfers?)(?![a-z])|发票|密码|付款|支付|转账|汇款|银行|發票|密碼|轉帳|轉賬|匯款|銀行|請求書|インボイス|パスワード|支払|振込|送金/;

/** What a row offers to do with the rule itself; never what the rule does. */
export const rowControls = lazy(() =>
  any(
    '(?:edit|modify|change|delete|remove|copy|duplicate|view|run|enable|disable)(?: this| the)? rule|edit|modify|change|delete|remove|copy|duplicate|more|move up|move down|up|down|move to top|move to bottom|top|bottom|view|details|run|run now|test|rename|on|off|enabled?|disabled?|turn on|turn off|activate|deactivate|pause|resume|expand|collapse|drag|sort|[⋯…⋮︙▲▼↑↓✎✕×🗑>›]+',
    '对历史邮件执行规则|对已有邮件执行|立即对历史邮件执行|編輯規則|對歷史郵件執行規則|既存のメールに適用|既存メールに実行|(?:run|apply)(?: rule| this rule)? (?:on|to) (?:old|existing|past|earlier|all)(?: mails?| messages?)?',
    '(?:编辑|修改|删除|复制|查看|运行|启用|停用|禁用)规则|编辑|修改|删除|复制|更多|上移|下移|置顶|置底|查看|详情|运行|执行|启用|停用|禁用|关闭|开启|打开|开|关|暂停|恢复|排序|拖动|展开|收起|立即执行|开启中|已开启|已关闭|已启用|已停用|已禁用',
    '(?:刪除|複製|檢視|啟用|停用)規則|編輯|刪除|複製|檢視|詳情|執行|啟用|關閉|開啟|開|關|已開啟|已關閉|已啟用|排序|展開|收合',
    'ルールを(?:編集|変更|削除|コピー|複製|有効にする|無効にする)(?:する)?|編集|変更|削除|コピー|複製|その他|上へ|下へ|上に移動|下に移動|詳細|表示|実行|有効|無効|有効化|無効化|有効にする|無効にする|一時停止|再開|オン|オフ|並べ替え',
  ),
);

/** What a row says of whether its rule is on. */
export const stateOn = lazy(() =>
  any(
    'on|enabled|active|activated|running|yes|启用|已启用|开启|已开启|开|启用中|生效|生效中|使用中|啟用|已啟用|開啟|已開啟|開|啟用中|有効|オン|使用中|はい|是',
  ),
);
export const stateOff = lazy(() =>
  any(
    'off|disabled|inactive|deactivated|not active|not enabled|paused|stopped|no|停用|已停用|禁用|已禁用|关闭|已关闭|关|未启用|已暂停|關閉|已關閉|關|未啟用|停用中|無効|オフ|停止中|いいえ|否',
  ),
);
/** A button that would turn the rule off says that it is on, and the other way round. */
export const turnsOff = lazy(() =>
  any(
    'disable|turn off|deactivate|pause|停用|禁用|关闭|關閉|暂停|無効にする|無効化|停止する|一時停止',
  ),
);
export const turnsOn = lazy(() =>
  any('enable|turn on|activate|resume|启用|开启|恢复|啟用|開啟|有効にする|有効化|再開'),
);

/** The columns of a list of rules, and the names before their parts. */
export const columns = lazy(
  (): readonly (readonly [
    pattern: Pattern,
    column: 'name' | 'conditions' | 'actions' | 'state' | 'other',
  ])[] => [
    [
      any(
        '(?:rule )?names?|rules?|title|规则名称|规则名|名称|规则|規則名稱|名稱|規則|ルール名|名前|ルール|名称',
      ),
      'name',
    ],
    [
      any(
        '(?:rule )?conditions?|if|when|criteria|matches|applies to|when a mail arrives|条件|规则条件|触发条件|匹配条件|條件|規則條件|適用條件|條件設定|条件設定|ルール条件',
      ),
      'conditions',
    ],
    [
      any(
        '(?:rule )?actions?|then|do|does|what it does|execute when the above conditions are met|动作|执行动作|执行|执行操作|处理方式|规则动作|操作内容|動作|執行動作|處理方式|執行|アクション|処理|動作内容|実行内容|满足以上条件时执行|满足上述条件时执行|符合以上條件時執行|満たしたときに実行',
      ),
      'actions',
    ],
    [
      any(
        'status|state|enabled|active|on|on/off|状态|启用|是否启用|开关|狀態|啟用|開關|状態|有効|有効/無効|オン/オフ',
      ),
      'state',
    ],
    [
      any(
        'operations?|manage|options?|priority|order|no\\.?|#|操作|管理|优先级|序号|排序|優先級|序號|順序|優先順位|順番|番号|created|modified|last run|创建时间|更新时间|建立時間|作成日|更新日|note|remarks?|备注|備註|備考',
      ),
      'other',
    ],
  ],
);

/** Another sentence, or more in the same; not what goes on as "No rules apply to …". */
const tail = String.raw`(?:\s?[.。!！,，、;；:：(–—-].*)?`;

/** The whole of a text that says that there are no rules. */
export const none = lazy(() =>
  any(
    String.raw`(?:there are |you have )?no(?: \w+){0,3} rules?(?: yet| found| created| set up| here| so far)*${tail}`,
    String.raw`you (?:haven't|have not|don't have|do not have)(?: created| set up| added)? any(?: \w+){0,3} rules?(?: yet)?${tail}`,
    `(?:您|你)?(?:目前|当前|當前|暂|暫|还|還|尚)?(?:无|無|没有|沒有|未创建|未设置|未建立|未設定|未添加|暂无|暫無|尚无|尚無)(?:任何)?(?:数据|可用的?)?(?:收信|过滤|過濾|邮件|郵件)?(?:规则|規則)${tail}`,
    `(?:受信|フィルター?|振り分け)?ルール(?:は|が)?(?:まだ)?(?:ありません|ない|登録されていません|作成されていません|設定されていません)${tail}`,
  ),
);

/** How many rules there are in all: the number is in `count`. */
export const totals = lazy((): readonly RegExp[] => [
  /^(?:total:?|in total:?|all:?)? ?(?<count>\d{1,5}) (?:rules?|items?|records?|in total)(?: in total| total)?$/,
  /^total:? ?(?<count>\d{1,5})(?: (?:rules?|items?|records?))?$/,
  /(?:of|from|\/) ?(?<count>\d{1,5}) (?:rules?|items?|records?|results?)?$/,
  /(?:^|[,，。;；\s])(?:共|共计|总共|合计|總共|共計)(?:有)? ?(?<count>\d{1,5}) ?(?:条|條|项|項|个|個|筆|则|則)(?:规则|規則|记录|記錄|收信规则|数据)?$/,
  /^(?:全|全部で|合計) ?(?<count>\d{1,5}) ?(?:件|個|ルール)/,
  /\(?(?<count>\d{1,5}) ?(?:条规则|條規則|件のルール|rules)\)?$/,
]);

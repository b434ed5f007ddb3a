/** The tolerant grammar of a receiving rule in words: what it does, to whom, and to which mail. */
import type { Rule } from '../core/schemas.ts';
import { folderNamed, nameIn, normal } from './lexicon/index.ts';
import {
  type Action,
  actionPatterns,
  allOf,
  anyOf,
  type ConditionField,
  everything,
  fieldPatterns,
  keepsCopy,
  keepsNone,
  negation,
  sensitive,
} from './lexicon/rules.ts';
import { letterOrNumber, unicode } from './unicode.ts';

/** What a rule's texts say. `does` and `when` are absent where they were not understood. */
export interface RuleText {
  does?: Action[];
  to: string[];
  when?: NonNullable<Rule['when']>;
  sensitive?: true;
  conditions: Condition[];
  /** One of the conditions is enough. */
  any: boolean;
}

/** One condition, for asking whether a mail would meet it. */
export interface Condition {
  field: ConditionField;
  words: string[];
  negated: boolean;
}

const unknown: RuleText = { to: [], conditions: [], any: false };

/** Reads a rule whose conditions and actions stand apart. */
export function ruleIn(conditions: string, actions: string): RuleText {
  return { ...unknown, ...conditionsIn(conditions), ...actionsIn(actions) };
}

/**
 * Reads a rule that stands in one sentence or in several lines: the actions are the longest end of it
 * that is understood whole.
 */
export function sentenceIn(text: string): RuleText {
  const pieces = cut(normal(text).replace(/[。.]$/, ''), inSentence());
  for (let at = 1; at < pieces.length; at += 1) {
    const actions = actionsOf(pieces.slice(at));
    if (!actions) continue;
    const conditions = conditionsIn(pieces.slice(0, at).join(', '));
    return { ...unknown, ...conditions, ...actions };
  }
  const actions = actionsOf(pieces);
  return actions ? { ...unknown, ...actions } : unknown;
}

// Patterns are functions here: a browser works out each one at the top level, and few pages have rules.
const quotes = () => /^[\s"'“”‘’「」『』《》<>]+|[\s"'“”‘’「」『』《》<>]+$/g;
const bare = (text: string) => text.replace(quotes(), '').trim();

/** Between the parts of a list of actions or conditions; commas may also stand within a value. */
const hard = () =>
  /\s*[;；\n|•·・。]+\s*|(?<=[\w.])\s*(?:后|後)(?=(?:删除|刪除)$)|(?<=移動|転送|削除|付け|既読に|コピー)(?:して|し)[、,]?\s*(?=\S)/;
const soft = () =>
  /\s*[,，、]\s*(?:and\s+|then\s+|则|就|并且?|並且?)?|\s+(?:and(?: then)?|then|&)\s+|(?:并且|並且|同时|同時|并|並)(?=\S)/;
const inSentence = () =>
  /\s*[;；\n|•·・。→⇒]+\s*|(?<=移動|転送|削除|付け|既読に|コピー)(?:して|し)[、,]?\s*(?=\S)|\s*(?:->|=>)\s*|\s*[,，、]\s*(?:and\s+)?(?:then\s+)?(?:则|則|就|那么|那麼|并且?|並且?)?\s*|(?<=メール)(?:を|は)\s*|\s+(?:and(?: then)?|then|&)\s+|(?:时|時|的时候|的話|的话)?[,，]\s*(?:则|則|就|那么|那麼)?|(?:の|た|む|る)?(?:場合(?:は|に(?:は)?)?|とき(?:は|に)?|時(?:は|に)?|なら(?:ば)?)\s*[,、:：]?\s*|(?<=[^\s,，])\s*(?:则|則)\s*/;

/** Splits a text that has quoted parts, which are never split. */
function cut(text: string, at: RegExp): string[] {
  const hidden: string[] = [];
  const veiled = text.replace(/[“「『《"][^”」』》"]*[”」』》"]/g, (quoted) => {
    hidden.push(quoted);
    return `\uE000${hidden.length - 1}\uE001`;
  });
  return veiled
    .split(at)
    .filter((piece) => piece !== undefined && piece.trim() !== '')
    .map((piece) => piece.replace(/\uE000(\d+)\uE001/g, (_, index) => hidden[index] ?? '').trim());
}

/** What a list of actions does; nothing where any part of it is not understood. */
export function actionsIn(raw: string): Pick<RuleText, 'does' | 'to'> {
  const text = normal(raw)
    .replace(/^(?:then|则|則|就)[,，:：\s]*/, '')
    .replace(/[.]$/, '');
  if (text === '' || text.length > 2000) return { to: [] };
  return actionsOf(cut(text, hard())) ?? { to: [] };
}

function actionsOf(pieces: readonly string[]): { does: Action[]; to: string[] } | undefined {
  if (pieces.length === 0) return undefined;
  const does = new Set<Action>();
  const to = new Set<string>();
  for (const piece of pieces) {
    // The targets of a forward may be listed with semicolons too.
    const isTarget = does.has('forward') && /^[^\s]+@[^\s]+$/.test(bare(piece));
    // What is forwarded may stay here as well; that alone is no action.
    if (does.has('forward') && keepsCopy().test(piece)) continue;
    const acts = isTarget ? [{ action: 'forward' as const, to: domainsIn(piece) }] : actsIn(piece);
    if (!acts) return undefined;
    for (const act of acts) {
      does.add(act.action);
      for (const domain of act.to) to.add(domain);
    }
  }
  return { does: [...does].sort(), to: [...to].sort() };
}

interface Act {
  action: Action;
  to: string[];
}

/** The acts of one piece: it is one, or it falls at its commas and ands into several. */
function actsIn(piece: string): Act[] | undefined {
  const softly = cut(piece, soft());
  if (softly.length > 1) {
    const acts: Act[] = [];
    let rest: string[] = [];
    // A part that is no action by itself may belong to the value before it: "forward to a@x, b@y".
    for (const part of softly) {
      const act = actIn(part);
      if (act) {
        acts.push(act);
        rest = [part];
        continue;
      }
      const last = acts.at(-1);
      if (last?.action === 'forward' && keepsCopy().test(part)) {
        rest = [part];
        continue;
      }
      const isMore = last?.action === 'forward' && addressesIn(part).length > 0;
      if (!last || !isMore || !/^[^\s]+@[^\s]+$/.test(bare(part))) {
        rest = [];
        break;
      }
      last.to.push(...domainsIn(part));
    }
    if (rest.length > 0) return acts;
  }
  const whole = actIn(piece);
  if (whole) return [whole];
  // "Delete (move to Deleted Items)": what stands in brackets explains, and must be understood too.
  const explained = /^(?<act>[^(]+?) ?\((?<note>[^()]+)\)$/.exec(piece)?.groups;
  const parts = explained && [actIn(explained['act'] ?? ''), actIn(explained['note'] ?? '')];
  return parts?.every((part) => part !== undefined) ? parts : undefined;
}

/** Parts of Japanese verbs that say that something else follows: 削除し、… */
const trailing = () => /(?:し|して|て|、)$/;

function actIn(clause: string): Act | undefined {
  const text = clause
    .replace(/^\d\d?[.、)]\s*/, '')
    .replace(/^(?:then|and|则|則|就|再)\s*/, '')
    .replace(/^(?:actions?|then|do|动作|操作|执行|動作|執行|アクション|処理)\s*[:：]\s*/, '')
    .replace(/[。.]$/, '');
  if (keepsNone().test(text)) return { action: 'delete', to: [] };
  if (isNegated(text)) return undefined;
  const sent = /^send (?:it |them )?to (?:the )?(?<folder>.+)$/.exec(text)?.groups?.['folder'];
  const kind = sent && moveTo(sent);
  if (kind && kind !== 'folder') return { action: kind, to: [] };
  for (const [pattern, action] of actionPatterns()) {
    const match = pattern.exec(text) ?? pattern.exec(text.replace(trailing(), 'する'));
    if (!match) continue;
    const { target, target2 } = match.groups ?? {};
    const aim = (target ?? target2 ?? '').trim();
    if (action === 'forward') return forwardTo(aim);
    if (action !== 'move') return { action, to: [] };
    const moved = moveTo(aim);
    return moved && { action: moved, to: [] };
  }
  return undefined;
}

/** An action that is said not to happen; "stop" and "do not process further rules" are actions. */
const isNegated = (text: string) =>
  /^(?:do not|don't|never|not)\b(?! (?:apply|process|run|execute|check))/.test(text) ||
  /^(?:不|勿|取消|移除|remove)(?!再(?:处理|處理|执行|執行)|处理|處理|执行|執行|套用|检查|檢查|应用|匹配)/.test(
    text,
  ) ||
  /(?:しない|せず)$/.test(text.replace(/(?:処理|適用|実行)しない$/, ''));

/** Where a rule forwards to. Without an address the target is somebody whom the list only names. */
function forwardTo(aim: string): Act | undefined {
  // More than names and addresses is another clause that was not understood.
  if (/[+＋]\d+ (?:more|项|項)|保留|keep|copy|削除|delete|删除/.test(aim)) return undefined;
  const words = aim.replace(/\([^()]*\)/g, '').split(/\s+/);
  const behind = words.slice(words.findIndex((word) => word.includes('@')) + 1);
  const isMore =
    words.length > behind.length &&
    behind.some((word) => !/@|^(?:and|or|&|和|及|与|等|と)?$/.test(word));
  if (isMore) return undefined;
  return { action: 'forward', to: domainsIn(aim) };
}

const addressPattern = unicode(
  String.raw`[\w.+'~-]+@([\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?)(?![*…\p{L}\p{N}])`,
  'gu',
);

const addressesIn = (text: string) => [...text.matchAll(addressPattern())];

/** The domains of the addresses in a text; one that is cut off has no dot or goes on in an ellipsis. */
function domainsIn(text: string): string[] {
  const domains = addressesIn(text)
    .map((match) => match[1] ?? '')
    .filter((domain) => domain.includes('.'));
  return [...new Set(domains)].sort();
}

/** The kind of the folder that mail is moved to, by its name; a folder named like an action is one too. */
function moveTo(aim: string): 'trash' | 'spam' | 'inbox' | 'folder' | undefined {
  const name = bare(
    bare(aim)
      .replace(/^(?:the )?(?:folder|邮件夹|郵件夾|文件夹|資料夾|フォルダー?)\s?[:：]?\s?/, '')
      .replace(/\s?(?:folder|邮件夹|郵件夾|文件夹|資料夾|フォルダー?)$/, ''),
  );
  if (!letterOrNumber().test(name) || /…$|\.\.\.$|[+＋]\s?\d+ ?(?:more|项|項|件|个|個)/.test(name))
    return undefined;
  if (/[,，;；、]/.test(name)) return undefined;
  const kind = folderNamed(nameIn(name)) ?? trashNames.get(nameIn(name));
  if (kind === 'deleted') return 'trash';
  if (kind === 'spam' || kind === 'inbox') return kind;
  return 'folder';
}

const trashNames = new Map<string, 'deleted' | 'spam'>([
  ...[
    'recycle bin',
    'bin',
    '回收站',
    '资源回收桶',
    '資源回收筒',
    '刪除的郵件',
    '废件箱',
    '已删除邮件',
  ].map((name) => [name, 'deleted'] as const),
  ...['trash can', '垃圾箱', '垃圾桶', 'junk mail', 'spam folder', 'bulk'].map(
    (name) => [name, 'spam'] as const,
  ),
]);

/** Which mail a rule catches, by the text of its conditions. */
export function conditionsIn(raw: string): Omit<RuleText, 'does' | 'to'> {
  let text = normal(raw).replace(/[。.]$/, '');
  const nothing = { conditions: [], any: false };
  if (text === '' || text.length > 4000) return nothing;
  text = text.replace(/^(?:if|when|for|如果|若|当|當)[\s:：]+/, '');
  if (everything().test(text.replace(/[,，。时時]$/, '')))
    return { ...nothing, when: 'everything' };
  if (
    /^(?:all|any|every)\b.*\b(?:except|excluding|other than)\b|^除|以外の?すべて|以外的(?:所有|全部)/.test(
      text,
    )
  )
    return { ...nothing, when: 'broad' };
  const isAny = anyOf().test(text);
  text = text.replace(anyOf(), '').replace(allOf(), '').trim();
  const whole = text;
  text = text.replace(excepted(), '');
  const clauses = clausesIn(text);
  const conditions = clauses.pieces.map(conditionIn);
  const any = isAny || clauses.any;
  const known = conditions.filter((one) => one !== undefined);
  const narrow = known.filter((one) => isNarrow(one));
  const isSensitive = known.some(
    ({ field, words, negated }) =>
      !negated &&
      (field === 'subject' || field === 'body' || field === 'from') &&
      words.some((word) => !word.includes('@') && sensitive().test(word)),
  );
  const isWhole = known.length === conditions.length;
  const when = any
    ? isWhole
      ? narrow.length === known.length
        ? 'narrow'
        : 'broad'
      : undefined
    : narrow.length > 0
      ? 'narrow'
      : isWhole
        ? 'broad'
        : undefined;
  return {
    // Whether a mail is one of the exceptions is not told from here.
    conditions: isWhole && text === whole ? known : [],
    any,
    ...(when && { when }),
    ...(isSensitive && { sensitive: true as const }),
  };
}

/** Between conditions, and before what they do not hold for. */
const exceptions = () =>
  new RegExp(`${hard().source}|\\s*[,，]?\\s*(?=(?:except|unless|but not)\\b|但)`);

/** What stands in brackets and takes something away from a condition. */
const excepted = () =>
  /\s*\((?:except|excluding|unless|but not)\b[^()]*\)|\s*\((?:除|不含|不包括)[^()]*\)|\s*\([^()]*(?:を除く|以外)\)/g;

/** The conditions of a text, and whether one of them is enough; commas separate them only before a field. */
function clausesIn(text: string): { pieces: string[]; any: boolean } {
  const pieces: string[] = [];
  let any = false;
  for (const part of cut(text, exceptions())) {
    for (const piece of cut(part, /\s*[,，、/]\s*|\s+(?:and|且|&)\s+|\s*(?:并且|並且|且)\s*/)) {
      const alternatives = cut(piece, /\s+or\s+|\s*(?:或者|或)\s*|\s*(?:または)\s*/);
      for (const [index, alternative] of alternatives.entries()) {
        const isNew = fieldOf(alternative) !== undefined || pieces.length === 0;
        if (isNew && index > 0) any = true;
        if (isNew) pieces.push(alternative);
        else pieces.push(`${pieces.pop()}${index > 0 ? ' or ' : ', '}${alternative}`);
      }
    }
  }
  return { pieces, any };
}

function fieldOf(given: string): { field: ConditionField; rest: string } | undefined {
  const clause = given.replace(/^(?:except(?: if| when)?|unless|but(?: not)?|但(?:是)?)\s*/, '');
  for (const [pattern, field] of fieldPatterns()) {
    const match = pattern.exec(clause);
    if (match) return { field, rest: clause.slice(match[0].length) };
  }
  return undefined;
}

const operators = () =>
  /^\s*(?:(?:address|name)\s)?(?:does not|doesn't|do not|is not|isn't|not|contains?|includes?|including|is|are|equals?|matches|starts? with|begins? with|ends? with|has|any of|one of|all of|要|必须|不|包含|包括|含有|含|等于|等於|是|为|為|属于|屬於|以|に|が|は|の|を|[:：=,]|\s)+/;
const endings = () =>
  /\s*(?:のいずれか|いずれか)?(?:を|が|と)?(?:含む|含まれる|含まない|含まれない|一致(?:する)?|等しい|で始まる|で終わる|である|含ま|まれ|含|ま|まれる)?(?:开头|结尾|開頭|結尾|时|時)?\s*$/;

function conditionIn(clause: string): Condition | undefined {
  const found = fieldOf(clause);
  if (!found) return undefined;
  const isNot = clause.replace(/[“「『"][^”」』"]*[”」』"]/g, '');
  const negated = negation().test(isNot) || /^(?:except|unless|but not)\b/.test(clause);
  const value = found.rest.replace(operators(), '').replace(endings(), '');
  const words = cutWords(value);
  return { field: found.field, words, negated };
}

/** The words of a value: quoted ones, or what commas and "or" separate. */
function cutWords(value: string): string[] {
  const quoted = [...value.matchAll(/[“「『"']([^”」』"']*)[”」』"']/g)].map(
    (match) => match[1] ?? '',
  );
  const words = quoted.length > 0 ? quoted : value.split(/\s*[,，、;；]\s*|\s+or\s+|\s*或\s*/);
  return words.map(bare).filter((word) => word !== '');
}

const others = unicode(String.raw`[^\p{L}\p{N}]`, 'gu');

/** Whether a condition names something: each word has two characters or more and is no mere ending. */
function isNarrow({ field, words, negated }: Condition): boolean {
  if (negated || words.length === 0) return false;
  if (field === 'size' || field === 'attachments' || field === 'status') return false;
  return words.every((word) => {
    const core = word.replace(others(), '');
    if (core.length < 2) return false;
    const isAddress = field === 'from' || field === 'to';
    return !(isAddress && /^[@.]*(?:com|net|org|cn|co|io|example|gov|edu)$/.test(word));
  });
}

/** Whether a mail would meet a rule's conditions; `undefined` where that cannot be told. */
export function catches(
  { conditions, any, when }: RuleText,
  mail: { from?: string; subject?: string },
): boolean | undefined {
  if (when === 'everything') return true;
  if (conditions.length === 0) return undefined;
  const answers = conditions.map(({ field, words, negated }) => {
    const text = field === 'from' ? mail.from : field === 'subject' ? mail.subject : undefined;
    if (text === undefined || text.trim() === '') return undefined;
    const has = words.some((word) => normal(text).includes(word));
    return has !== negated;
  });
  const [sure, none] = any ? [true, false] : [false, true];
  if (answers.includes(sure)) return sure;
  return answers.every((answer) => answer === none) ? none : undefined;
}

import type { Rule } from '../rule.ts';
import type { Language } from '../words/index.ts';
import { from, label, move, remove, ruleOf, sayIn, subject } from './make.ts';

/** Rules whose names, and in part their keywords, are made to be mistaken or to do harm. */
export function hostile(language: Language): Rule[] {
  const say = sayIn(language);
  const long = say('long ', '很长').repeat(say(2000, 5000));
  const names = [
    // Markup
    '<img src=x onerror="document.title=1">',
    '<script>document.title = "x"</script>',
    '</td></tr></table><h1>Inbox</h1>',
    '&lt;b&gt; &amp;amp; &#x202e;',
    '"><a href="https://example.net/">OK</a>',
    '<!-- <style>*{display:none}</style>',
    // What turns the direction of text
    say('Invoices \u202Egnp.exe', '发票 \u202Egnp.exe'),
    '\u2067\u2066abc\u2069 def\u2069 \u200Fghi',
    '\u05E9\u05DC\u05D5\u05DD report \u0645\u0631\u062D\u0628\u0627 2026',
    // What has no width
    say('In\u200Bvo\u200Dic\u2060es', '发\u200B票\u2060'),
    '\uFEFF\u200B\u200C\u200D',
    'e\u0301\u0323\u0334'.repeat(40),
    // Length
    long,
    'x'.repeat(10_000),
    // Nothing
    '',
    '   ',
    // Words that mean something to code, or to the page
    '__proto__',
    'constructor',
    '{folder} {conditions} $& $1',
    say('ON', '已启用'),
    say('Sender contains a; Move to Spam', '发件人包含 a; 移动到 垃圾邮件'),
    'line one\nline two\ttab\u2028line three',
  ];
  return names.map((name, at) => {
    const id = `hostile-${at + 1}`;
    if (at % 3 === 0) return ruleOf(name, [from('@harbour.example.org')], [move('102')], { id });
    if (at % 3 === 1) return ruleOf(name, [from('@oldmill.example.org')], [remove], { id });
    const text = name.slice(0, 200) || '<b>';
    return ruleOf(name, [subject(text)], [label(text)], { id });
  });
}

/** A line of dashes or underscores that mail programs put before a signature or the mail that is answered. */
const separator =
  /^(?:--[ \t]*|_{5,}[ \t]*|-{2,} ?(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|原始邮件|原邮件|回复的原邮件|forwarded message) ?-{2,})$/i;

/** The keys of a mail's head, in languages in which mail programs write them. */
const headKey =
  /^[*_]*(?:from|sent|date|to|cc|subject|von|gesendet|datum|an|betreff|de|envoyé|enviado|para|à|objet|asunto|发件人|發件人|寄件者|发送时间|收件人|抄送|主题|主旨|日期)[*_]*\s*[:：]/i;

/** The end of the line with which a mail program introduces what it quotes. */
const introduction =
  /(?:\bwrote|\bschrieb(?:\s[^:]{1,80})?|\ba écrit|\bescribió|\bha scritto|\bschreef|\bskrev|写道|寫道|的原始邮件)\s*[:：]$/i;

/** What mail programs of telephones put below. */
const device =
  /^(?:sent from (?:my|the|outlook|mail|yahoo|proton)\b|get outlook for|von meinem .{1,40} gesendet|envoyé de mon|enviado desde mi|发自我的|從我的|来自我的)/i;

/** The most lines over which an introduction is wrapped. */
const mostWrapped = 3;

/**
 * The lines before a mail's signature, or before the mail that it answers: GitHub makes a comment of all of a mail. Behind
 * them are other people's words, be they commands.
 */
export function beforeMail(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((_, index) => isMailFrom(lines, index));
  return end === -1 ? lines : lines.slice(0, end);
}

function isMailFrom(lines: readonly string[], index: number): boolean {
  const line = (lines[index] ?? '').trim();
  if (line === '' || line.length > 300) return false;
  if (separator.test(line) || device.test(line)) return true;
  return isHead(lines, index) || isIntroduction(lines, index);
}

/** Two lines of a mail's head in a row: one alone may be anything. */
function isHead(lines: readonly string[], index: number): boolean {
  const [line = '', next = ''] = lines.slice(index, index + 2).map((each) => each.trim());
  return headKey.test(line) && headKey.test(next);
}

/** As “On Mon, 5 Oct 2026 at 09:12, Ann wrote:”: with a date or an address, or else it is a sentence. */
function isIntroduction(lines: readonly string[], index: number): boolean {
  const begun: string[] = [];
  for (const line of lines.slice(index, index + mostWrapped)) {
    if (line.trim() === '') return false;
    begun.push(line.trim());
    const text = begun.join(' ');
    if (introduction.test(text))
      return /\d|@/.test(text) && isOpening(begun[0] ?? '', begun.length);
  }
  return false;
}

/** A line that is not the last of an introduction begins it as mail programs do. */
function isOpening(first: string, count: number): boolean {
  return count === 1 || /^(?:on|am|le|el|il|op|den|在|于)\b|^[在于]/i.test(first);
}

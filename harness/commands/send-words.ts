import type { TerminalSettings } from "../../devices/terminal/settings.ts";
import { openRequest } from "../../devices/terminal/zip-envelope.ts";
import type { Bilingual, Language } from "../../simulator/kernel/bilingual.ts";
import { WARNED } from "../../simulator/messages/acceptance.ts";
import { type CodeListId, codeLists } from "../../simulator/messages/code-lists.ts";
import type { ElementTable, Scalar } from "../../simulator/messages/element-table.ts";
import { type AnyMessageKind, decodeMessage, parseFileName } from "../../simulator/messages/index.ts";
import type { CentralProfile } from "../../simulator/messages/profile.ts";
import type { ReadWarning } from "../../simulator/messages/record-builder.ts";
import { resultCodes } from "../../simulator/messages/result-codes.ts";
import type { AnyDecisionTable } from "../../simulator/rules/decision-table.ts";
import { type RuleRowId, ruleTables } from "../../simulator/rules/index.ts";
import type { NamedFile } from "./send-through.ts";

/** Code lists that say how an answer came out; sexes, consents and the like are left to the file. */
const TELLING: ReadonlySet<CodeListId> = new Set<CodeListId>([
  ...(["003", "004", "006", "008", "010", "012", "014", "020", "021", "022", "026", "031", "032"] as const),
  ...(["contributionRatio", "drugResult"] as const),
]);
/** Different remarks on one answer; a batch of 1,000 people says the same few things again and again. */
const MAX_REMARKS = 40;
/** A result unpacked from a zip; far above a batch of 1,000 people. */
const MAX_RESULT_BYTES = 64 << 20;

/** A warning of reading, with its place in the file. */
export function warningText({ kind, path, line, column }: ReadWarning, lang: Language): string {
  const place = { ja: `警告：${line}行${column}桁：${path}`, en: `warning: line ${line}, column ${column}: ${path}` };
  return WARNED[kind](place.ja, place.en)[lang];
}

/** A warning of a free part that is not as long as usual (receipt-system-interface.md §8.2, ours); undefined when it is. */
export function freePartText(name: string, usual: number, lang: Language): string | undefined {
  const length = parseFileName(name)?.free.length ?? usual;
  if (length === usual) return undefined;
  return {
    ja: `警告：ファイル名の任意部分は${length}文字です。通常は${usual}文字です。`,
    en: `warning: the length of the name's free part is ${length}; ${usual} is usual`,
  }[lang];
}

/** A note on a kind that the centre does not serve as the profile is, with the key that turns it on; undefined when it does. */
export function switchedOffText(
  { code, ext }: Pick<AnyMessageKind, "code" | "ext">,
  profile: CentralProfile,
  lang: Language,
): string | undefined {
  if (ext === undefined || profile.ext[ext]) return undefined;
  return {
    ja: `注意：${code} は無効です。プロファイルの ext.${ext} を true にすると有効になります（docs/profile.md）。`,
    en: `note: ${code} is switched off; ext.${ext}: true in a profile turns it on (docs/profile.md)`,
  }[lang];
}

/** A rule that decided: its number, where it stands, what it says. */
export function ruleText(id: RuleRowId, lang: Language): string {
  for (const { source, rows } of ruleTables as readonly AnyDecisionTable[]) {
    const row = rows.find((candidate) => candidate.id === id);
    if (row !== undefined)
      return {
        ja: `規則 ${id}（${japaneseSource(source)}）：${row.condition.ja} → ${row.outcome.ja}`,
        en: `rule ${id} (${source}): ${row.condition.en} → ${row.outcome.en}`,
      }[lang];
  }
  return id;
}

/** A kind with its name and source. */
export function kindText({ code, title, source }: AnyMessageKind, lang: Language): string {
  return { ja: `${code} ${title.ja}（${japaneseSource(source)}）`, en: `${code} ${title.en} (${source})` }[lang];
}

/** Sources are names of sections, but for what they say about their worth. */
const japaneseSource = (source: string): string =>
  source.replace(/,? (?:\(ours\)|our extensions)$/, "、模擬独自").replace(" (general knowledge)", "、一般的な知識");

/** What a result says in words; nothing for a PDF, or what cannot be read. */
export function resultRemarks(
  kind: AnyMessageKind,
  { name, bytes }: NamedFile,
  zip: TerminalSettings["zip"],
  lang: Language,
): readonly string[] {
  const xml = openRequest({ name, bytes }, zip, MAX_RESULT_BYTES);
  const decoded = xml instanceof Uint8Array ? decodeMessage(kind.answer, xml, kind.limits) : undefined;
  return decoded?.ok === true ? remarks(kind.answer, decoded.record, lang) : [];
}

/** What a record says in codes, in words: each remark once, with how often it stands there. */
function remarks(table: ElementTable<unknown>, record: object, lang: Language): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of said(table, record, lang)) {
    if (counts.has(text) || counts.size < MAX_REMARKS) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => (count === 1 ? text : `${text}  ×${count}`));
}

function* said(table: ElementTable<unknown>, record: object, lang: Language): Generator<string> {
  const values = record as Readonly<Record<string, unknown>>;
  for (const [name, row] of table.rows) {
    const value = values[name];
    if (value === undefined) continue;
    if (row.kind === "group") yield* said(row.table, value as object, lang);
    else if (row.kind === "repeated") for (const item of value as readonly object[]) yield* said(row.table, item, lang);
    else {
      const meaning = meaningOf(row, String(value));
      const label = { ja: `${row.ja} ${name}`, en: name }[lang];
      if (meaning !== undefined) yield `${label}: ${String(value)} ${meaning[lang]}`;
    }
  }
}

function meaningOf({ format }: Scalar, value: string): Bilingual | undefined {
  if (Object.hasOwn(resultCodes, value)) return resultCodes[value as keyof typeof resultCodes];
  if (format.kind !== "code" || !TELLING.has(format.list)) return undefined;
  const meanings: Readonly<Record<string, Bilingual>> = codeLists[format.list].values;
  return meanings[value];
}

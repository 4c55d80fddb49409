import type { Bilingual, Language } from "../../simulator/kernel/bilingual.ts";
import { type CodeListId, codeLists } from "../../simulator/messages/code-lists.ts";
import type { MedicalAid, MedicalTicket } from "../../simulator/population/medical-aid.ts";
import type { Eligibility } from "../../simulator/population/person.ts";
import type { SubsidyEntry } from "../../simulator/population/subsidy.ts";
import { medicalLines } from "./population-medical.ts";
import type { PersonRecord, Relative } from "./population-record.ts";

/** One line of a list: a label and what it says. */
export type LabelledLine = readonly [label: Bilingual, text: string | undefined];

const RELATIONS: Readonly<Record<Relative["relation"], Bilingual>> = {
  head: { ja: "世帯主・被保険者", en: "head" },
  spouse: { ja: "配偶者", en: "spouse" },
  child: { ja: "子", en: "child" },
  "late-born": { ja: "子または孫", en: "child or grandchild" },
};
const FLAGS = {
  selfInfoRefused: { ja: "自己情報提供不可", en: "self-information refused" },
  addressWithheld: { ja: "不開示該当", en: "address withheld" },
} as const;
const HELD: Bilingual = { ja: "J-LIS照合により閲覧停止", en: "on hold by the J-LIS comparison" };

/** The record of a person as a text for people. */
export function personText(record: PersonRecord, lang: Language): string {
  const { eligibilities, aid, subsidies, flags = {}, household } = record;
  const shown = Object.entries(FLAGS).filter(([flag]) => flag in flags);
  return [
    `${record.id}  ${record.name} (${record.kana})`,
    lines(identityLines(record, lang), lang),
    heading({ ja: "医療保険の資格（古い順）", en: "Insurance, oldest first" }, lang),
    ...orNone(
      eligibilities.map((row) => eligibilityText(row, lang)),
      lang,
    ),
    heading({ ja: "医療扶助", en: "Medical aid 医療扶助" }, lang),
    ...orNone(aid === undefined ? [] : [aidText(aid, lang)], lang),
    heading({ ja: "医療費助成（PMH）", en: "Subsidies 医療費助成 in PMH" }, lang),
    ...orNone(
      subsidies.map((entry) => subsidyText(entry, lang)),
      lang,
    ),
    heading({ ja: "診療・薬剤（1年）と特定健診", en: "Care and drugs of a year, check-ups" }, lang),
    ...orNone(medicalLines(record.medical, lang), lang),
    heading({ ja: "保護の設定", en: "Protection" }, lang),
    ...orNone(
      shown.map(([, words]) => `  ${words[lang]}`),
      lang,
    ),
    heading({ ja: "世帯", en: "Household" }, lang),
    ...household.map((one) => relativeText(one, lang)),
  ].join("\n");
}

/** One of several people found. */
export function shortText({ id, name, kana, birthdate, address, deceased }: PersonRecord, lang: Language): string {
  const dead = deceased ? DECEASED[lang] : "";
  return `${id}  ${name} (${kana})  ${day(birthdate)}  ${address}${dead}`;
}

/** Lines with their labels side by side. */
export function lines(rows: readonly LabelledLine[], lang: Language): string {
  const shown = rows.flatMap(([label, text]) => (text === undefined ? [] : [[label[lang], text] as const]));
  const width = Math.max(...shown.map(([label]) => columns(label)));
  return shown.map(([label, text]) => `  ${label}${" ".repeat(width - columns(label))}  ${text}`).join("\n");
}

/** A day with hyphens, as people read it. */
export function day(date: string): string {
  return `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
}

/** Between the parts of a line. */
export const COMMA: Bilingual = { ja: "、", en: ", " };

/** Said of who is nobody on the day yet. */
export const NOT_BORN: Bilingual = { ja: "この日にはまだ生まれていません", en: "not born yet on that day" };

const DECEASED: Bilingual = { ja: "（死亡）", en: " (deceased)" };

function identityLines(record: PersonRecord, lang: Language): readonly LabelledLine[] {
  const { alias, age, deceased, sex, sex2 } = record;
  const born = day(record.birthdate);
  const years = { ja: `${born}（${age}歳）`, en: `${born}, ${age} years` }[lang];
  return [
    [{ ja: "通称", en: "alias" }, alias && `${alias.name} (${alias.kana})`],
    [{ ja: "生年月日", en: "born" }, deceased ? `${born}${DECEASED[lang]}` : years],
    [{ ja: "性別", en: "sex" }, code("007", sex, lang)],
    [{ ja: "性別2", en: "sex 2" }, sex2 && code("007", sex2, lang)],
    [{ ja: "住所", en: "address" }, `${record.postNumber} ${record.address}`],
  ];
}

function eligibilityText(row: Eligibility, lang: Language): string {
  const { contributionRatio, elderly, limit, preschool, held } = row;
  const until = row.lost === undefined ? "" : `${day(row.lost)} (${code("008", row.reasonOfLoss ?? "", lang)})`;
  const keys: readonly LabelledLine[] = [
    [{ ja: "記号", en: "symbol" }, row.symbol],
    [{ ja: "番号", en: "number" }, row.number],
    [{ ja: "枝番", en: "branch" }, row.branch],
    [{ ja: "区分", en: "position" }, row.personalFamily && code("009", row.personalFamily, lang)],
    [{ ja: "被保険者・世帯主", en: "insured through" }, row.insuredName],
    [{ ja: "証の有効期間", en: "certificate" }, period(row)],
    [{ ja: "一部負担金割合", en: "ratio" }, contributionRatio],
    [{ ja: "高齢受給者証", en: "elderly certificate" }, elderly && [elderly.ratio, period(elderly)].join(COMMA[lang])],
    [{ ja: "未就学", en: "preschool" }, preschool && code("015", preschool, lang)],
    [
      { ja: "限度額適用", en: "limit class" },
      limit && [code("012", limit.flag, lang), period(limit)].join(COMMA[lang]),
    ],
    ...(row.diseases ?? []).map(
      ({ category, selfPay }): LabelledLine => [
        { ja: "特定疾病", en: "specific disease" },
        [code("013", category, lang), ...(selfPay === undefined ? [] : [selfPay])].join(COMMA[lang]),
      ],
    ),
    [{ ja: "保護の設定", en: "protection" }, held && HELD[lang]],
  ];
  const title = `  ${day(row.acquired)} – ${until}  ${row.insurerNumber.trim()} ${row.insurerName}`;
  return `${title}\n${indented(lines(keys, lang))}`;
}

function aidText(aid: MedicalAid, lang: Language): string {
  const title = `  ${day(aid.startedOn)} – ${aid.endedOn === undefined ? "" : day(aid.endedOn)}  ${aid.payerNumber} ${aid.officeName}`;
  const keys: readonly LabelledLine[] = [
    [{ ja: "受給者番号", en: "recipient number" }, aid.recipientNumber],
    [{ ja: "単独・併用", en: "alone or together" }, code("020", aid.use, lang)],
    [{ ja: "社会保険", en: "social insurance" }, code("021", aid.socialInsurance, lang)],
    [{ ja: "登録済みの券", en: "tickets registered" }, String(aid.tickets.length)],
  ];
  return [title, indented(lines(keys, lang)), ...aid.tickets.map((ticket) => ticketText(ticket, lang))].join("\n");
}

function ticketText({ month, type, treatment, facility, selfPayYen, injuries }: MedicalTicket, lang: Language): string {
  const parts = [
    code("018", type, lang),
    code("019", treatment, lang),
    `${facility.code} ${facility.name}`,
    injuries.join("・"),
    selfPayYen === 0 ? "" : `${{ ja: "本人支払額", en: "to pay" }[lang]} ${selfPayYen}`,
  ].filter((part) => part !== "");
  return `      ${month.slice(0, 4)}-${month.slice(4)}  ${parts.join(COMMA[lang])}`;
}

function subsidyText(entry: SubsidyEntry, lang: Language): string {
  const keys: readonly LabelledLine[] = [
    [{ ja: "公費負担者番号", en: "payer number" }, entry.payerNumber],
    [{ ja: "受給者番号", en: "recipient number" }, entry.recipientNumber],
    [{ ja: "実施機関", en: "body" }, entry.body],
    [{ ja: "有効期間", en: "valid" }, period({ validFrom: entry.validFrom, validUntil: entry.validTo })],
    [{ ja: "月額上限（円）", en: "monthly limit, yen" }, entry.maxCopaymentYen?.toString()],
    [{ ja: "指定医療機関", en: "designated" }, entry.designatedFacilities?.join(COMMA[lang])],
    [
      { ja: "償還払い", en: "refunded later" },
      entry.alwaysReimbursement ? { ja: "常に", en: "always" }[lang] : undefined,
    ],
    [{ ja: "不開示", en: "withheld" }, entry.withheld && { ja: "該当", en: "yes" }[lang]],
  ];
  return `  ${entry.certificateName}\n${indented(lines(keys, lang))}`;
}

function relativeText({ id, name, birthdate, relation }: Relative, lang: Language): string {
  return `  ${id}  ${name}  ${day(birthdate)}  ${RELATIONS[relation][lang]}`;
}

function heading(title: Bilingual, lang: Language): string {
  return `\n${title[lang]}`;
}

function orNone(texts: readonly string[], lang: Language): readonly string[] {
  return texts.length === 0 ? [`  ${{ ja: "なし", en: "none" }[lang]}`] : texts;
}

function period({
  validFrom,
  validUntil,
}: {
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
}): string | undefined {
  if (validFrom === undefined && validUntil === undefined) return undefined;
  return `${validFrom === undefined ? "" : day(validFrom)} – ${validUntil === undefined ? "" : day(validUntil)}`;
}

/** A code with its meaning. */
function code(list: CodeListId, value: string, lang: Language): string {
  const values: Readonly<Record<string, Bilingual>> = codeLists[list].values;
  const means = values[value];
  return means === undefined ? value : `${value} ${means[lang]}`;
}

function indented(text: string): string {
  return text.replace(/^/gm, "  ");
}

/** Columns a text takes on a terminal: everything beyond Latin is two wide. */
function columns(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (/[ -~–]/.test(letter) ? 1 : 2), 0);
}

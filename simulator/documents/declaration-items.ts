import type { DocumentItems, DocumentSubject } from "./kind.ts";
import { printedDay, printedKana, printedSex } from "./words.ts";

/** Fields of the 被保険者資格申立書: the person as on the card, how to reach the person, the insurer (requirements.md D-17). */
export const declarationLabels = {
  name: "氏名",
  kana: "フリガナ",
  birthdate: "生年月日",
  sex: "性別",
  address: "住所",
  phone: "連絡先（電話）",
  insuranceType: "保険の種類",
  insurerName: "保険者の名称",
  workplace: "勤務先の名称",
  symbol: "記号",
  number: "番号",
  branch: "枝番",
  ratio: "負担割合",
  declaredOn: "申立日",
} as const;

/** Name of a field. */
export type DeclarationKey = keyof typeof declarationLabels;
/** What is filled in. */
export type DeclarationItems = DocumentItems<DeclarationKey>;

/** Without these nobody accepts it; who does not know an insurer's matter chooses 分からない (ours). */
export const DECLARATION_REQUIRED: ReadonlySet<DeclarationKey> = new Set([
  "name",
  "birthdate",
  "sex",
  "address",
  "phone",
  "insuranceType",
  "ratio",
  "declaredOn",
]);

/** Fields with a closed list. */
export const DECLARATION_CHOICES: Partial<Record<DeclarationKey, readonly string[]>> = {
  sex: ["男", "女"],
  insuranceType: ["健康保険（会社など）", "国民健康保険", "後期高齢者医療", "共済組合", "分からない"],
  ratio: ["１割", "２割", "３割", "分からない"],
};

const NOTHING = Object.fromEntries(Object.keys(declarationLabels).map((key) => [key, ""])) as DeclarationItems;

/** A form nobody has touched. */
export const emptyDeclaration = (): DeclarationItems => NOTHING;

/** What the desk copies from the face of the card (requirements.md R3-20); the rest is the patient's. */
export function declarationFromCard({ person, on }: DocumentSubject): DeclarationItems {
  return {
    ...NOTHING,
    name: person.name,
    kana: printedKana(person.kana),
    birthdate: printedDay(person.birthdate),
    sex: person.sex === "3" ? "" : printedSex(person.sex),
    address: person.address,
    declaredOn: printedDay(on),
  };
}

import { type CivilDate, civilDate, ERAS, isCivilDate } from "../kernel/civil-time.ts";
import { MisuseError } from "../kernel/errors.ts";

/** The four attributes of the holder in the 署名用電子証明書, and which of their characters are substitutes. */
export interface SignatureHolder {
  /** 氏名, family and given name separated by U+3000. */
  readonly name: string;
  readonly birthdate: CivilDate;
  /** 1 male, 2 female, 3 unknown. */
  readonly sex: "1" | "2" | "3";
  /** 住所 from the prefecture on, no postal code, 200 characters at most. */
  readonly address: string;
  /**
   * One digit a character of the name: `1` where it stands for a character the register has and the certificate cannot
   * write, `0` elsewhere. All `0` where left out.
   */
  readonly substituteName?: string;
  /** The same for the address. */
  readonly substituteAddress?: string;
}

/** An attribute as it stands in the certificate: object identifier and text. */
export type SignatureAttribute = readonly [typeId: string, text: string];

const ARC = "1.2.392.200149.8.5.5";
/** my-number-card.md §4.3 knows the limit of the address only; the same for the name is ours. */
const MAX_CHARACTERS = 200;

/** The attributes in the order of the certificate (my-number-card.md §4.3). */
const ATTRIBUTES = [
  { typeId: `${ARC}.1`, field: "name", wanted: "1 to 200 characters, no control characters" },
  { typeId: `${ARC}.4`, field: "birthdate", wanted: "an era digit 0 to 5 and a day" },
  { typeId: `${ARC}.3`, field: "sex", wanted: "1, 2 or 3" },
  { typeId: `${ARC}.5`, field: "address", wanted: "1 to 200 characters, no control characters" },
  { typeId: `${ARC}.2`, field: "substituteName", wanted: "a digit 0 or 1 for each character of the name" },
  { typeId: `${ARC}.6`, field: "substituteAddress", wanted: "a digit 0 or 1 for each character of the address" },
] as const satisfies readonly {
  readonly typeId: string;
  readonly field: keyof SignatureHolder;
  readonly wanted: string;
}[];

/** Each attribute as text. */
type Texts = Readonly<Record<(typeof ATTRIBUTES)[number]["field"], string>>;

/** The six attributes of a holder, in order. A {@link MisuseError} names one that cannot be written, without its text. */
export function signatureAttributes(holder: SignatureHolder): readonly SignatureAttribute[] {
  const texts: Texts = {
    name: holder.name,
    birthdate: `${eraDigit(holder.birthdate)}${holder.birthdate}`,
    sex: holder.sex,
    address: holder.address,
    substituteName: holder.substituteName ?? "0".repeat(characters(holder.name)),
    substituteAddress: holder.substituteAddress ?? "0".repeat(characters(holder.address)),
  };
  return ATTRIBUTES.map(({ typeId, field, wanted }) => {
    if (!isSound(field, texts)) throw new MisuseError(field, `needs ${wanted}`);
    return [typeId, texts[field]];
  });
}

/**
 * The holder again, from attributes in any order; others are passed over, since furigana and a former surname may stand
 * there too (§4.3). Undefined when one of the six is missing, stands twice or has a text it cannot have. The era digit is
 * taken as it comes: the year behind it is Gregorian, and 0 is an era too.
 */
export function holderFrom(attributes: readonly SignatureAttribute[]): Required<SignatureHolder> | undefined {
  const texts: Partial<Record<keyof Texts, string>> = {};
  for (const { typeId, field } of ATTRIBUTES) {
    const found = attributes.filter(([candidate]) => candidate === typeId);
    const text = found[0]?.[1];
    if (text === undefined || found.length > 1) return undefined;
    texts[field] = text;
  }
  return isComplete(texts) ? asHolder(texts) : undefined;
}

function isComplete(texts: Partial<Texts>): texts is Texts {
  return ATTRIBUTES.every(({ field }) => texts[field] !== undefined);
}

function asHolder(texts: Texts): Required<SignatureHolder> | undefined {
  const { sex, birthdate, ...rest } = texts;
  if (!ATTRIBUTES.every(({ field }) => isSound(field, texts)) || !isSex(sex)) return undefined;
  return { ...rest, sex, birthdate: civilDate(birthdate.slice(1)) };
}

function isSound(field: keyof Texts, texts: Texts): boolean {
  const text = texts[field];
  switch (field) {
    case "name":
    case "address":
      return text.isWellFormed() && !/\p{Cc}/u.test(text) && text !== "" && characters(text) <= MAX_CHARACTERS;
    case "birthdate":
      return /^[0-5]/.test(text) && isCivilDate(text.slice(1));
    case "sex":
      return isSex(text);
    case "substituteName":
      return /^[01]+$/.test(text) && text.length === characters(texts.name);
    case "substituteAddress":
      return /^[01]+$/.test(text) && text.length === characters(texts.address);
  }
}

function isSex(text: string): text is SignatureHolder["sex"] {
  return text === "1" || text === "2" || text === "3";
}

/** Code points: a character beyond the basic plane is one (ours, no public text says how they are counted). */
function characters(text: string): number {
  return Array.from(text).length;
}

/** 1 明治 to 5 令和; 0, unknown, before them. */
function eraDigit(birthdate: CivilDate): number {
  return ERAS.find(({ from }) => birthdate >= from)?.code ?? 0;
}

/** One proof of the attributes: the texts in the order .1 .4 .3 .5 .2 .6. */
export interface SignatureHolderVector {
  readonly title: string;
  readonly holder: SignatureHolder;
  readonly texts: readonly string[];
}

const TARO = { name: "模擬　太郎", birthdate: civilDate("1990-01-01"), sex: "1", address: "架空県" } as const;

/** Invented people. */
export const SIGNATURE_HOLDER_VECTORS: readonly SignatureHolderVector[] = [
  { title: "平成", holder: TARO, texts: ["模擬　太郎", "419900101", "1", "架空県", "00000", "000"] },
  {
    title: "the last day of 昭和",
    holder: { ...TARO, birthdate: civilDate("1989-01-07") },
    texts: ["模擬　太郎", "319890107", "1", "架空県", "00000", "000"],
  },
  {
    title: "大正, a woman",
    holder: { ...TARO, birthdate: civilDate("1926-12-24"), sex: "2" },
    texts: ["模擬　太郎", "219261224", "2", "架空県", "00000", "000"],
  },
  {
    title: "令和, sex unknown",
    holder: { ...TARO, birthdate: civilDate("2020-02-29"), sex: "3" },
    texts: ["模擬　太郎", "520200229", "3", "架空県", "00000", "000"],
  },
  {
    title: "明治",
    holder: { ...TARO, birthdate: civilDate("1912-07-29") },
    texts: ["模擬　太郎", "119120729", "1", "架空県", "00000", "000"],
  },
  {
    title: "an era nobody knows",
    holder: { ...TARO, birthdate: civilDate("1868-10-22") },
    texts: ["模擬　太郎", "018681022", "1", "架空県", "00000", "000"],
  },
  {
    title: "substitutes in name and address",
    holder: { ...TARO, substituteName: "00010", substituteAddress: "001" },
    texts: ["模擬　太郎", "419900101", "1", "架空県", "00010", "001"],
  },
  {
    title: "a character outside the basic plane counts once",
    holder: { ...TARO, name: "𠮷野　桜" },
    texts: ["𠮷野　桜", "419900101", "1", "架空県", "0000", "000"],
  },
];

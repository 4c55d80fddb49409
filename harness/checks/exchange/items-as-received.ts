import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersOf, personIn, sameFile } from "../reading.ts";

/** Items of the result screen of the introduction guide (requirements.md R1-11), as elements of the answer. */
const ITEMS = [
  "Name",
  "NameKana",
  "Sex1",
  "Birthdate",
  "InsurerNumber",
  "InsurerName",
  "InsuredCardSymbol",
  "InsuredIdentificationNumber",
  "InsuredBranchNumber",
  "PersonalFamilyClassification",
  "QualificationDate",
  "InsuredCardValidDate",
  "InsuredCardExpirationDate",
  "InsuredCertificateIssuanceDate",
  "PostNumber",
  "Address",
  "InsuredPartialContributionRatio",
] as const;

/** What is stored is what came, character by character: leading zeros and blanks belong to the number. */
export const itemsAsReceived = check({
  id: "exchange/items-as-received",
  title: { ja: "取込項目の一致", en: "items are stored as received" },
  expected: {
    ja: "R1-11の項目と資格確認日を、結果ファイルの値のまま（先頭のゼロ・空白も）保存する",
    en: "stores the items of R1-11 and the confirmation date exactly as in the result, leading zeros and blanks too",
  },
  clause: "requirements.md R1-11, R1-12; receipt-system-interface.md §2.4, §6.2",
  requires: ["R1-04", "R1-11", "R1-12"],
  next: {
    ja: "示された項目の取込処理（型変換・空白除去）を確認してください",
    en: "look at how the named item is converted on import",
  },
  judge(trace) {
    const imports = actsOf(trace, "imported");
    if (imports.length === 0) return inconc({ ja: "取込が行われなかった", en: "nothing was imported" });
    for (const { seq, message } of imports) {
      const answer = answersOf(trace).findLast(({ file }) => sameFile(file.name, message.file));
      if (answer === undefined)
        return fail([seq], { ja: `${message.file} という結果はない`, en: `there was no result ${message.file}` });
      const person = personIn(answer);
      const wanted = new Map<string, string | undefined>(ITEMS.map((item) => [item, person?.[item]]));
      wanted.set("QualificationConfirmationDate", answer.record.MessageHeader.QualificationConfirmationDate);
      for (const [item, value] of wanted) {
        if (value === undefined || message.items[item] === value) continue;
        const seen = message.items[item] ?? "-";
        return fail([answer.seq, seq], {
          ja: `${item}: 結果は「${value}」、保存は「${seen}」`,
          en: `${item}: the result has "${value}", stored is "${seen}"`,
        });
      }
    }
    return pass(
      imports.map(({ seq }) => seq),
      { ja: `${imports.length}件の取込が一致`, en: `imports that agree: ${imports.length}` },
    );
  },
  passes: ["C01", "C02", "C07"],
  bites: ["C01@broken/trims-numbers"],
});

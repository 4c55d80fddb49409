import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, stepsOf } from "../reading.ts";

/** Numbers of an unknown claim; the second insurer is for systems that insist on check digits. */
const SEVENS = { insurers: new Set(["77777777", "77777779"]), number: /^7+$/ };
/** Numbers after a disaster. */
const NINES = { insurers: new Set(["99999999"]), number: /^9{9}$/ };

/** An unknown claim is filled with sevens and says in its remarks where the patient can be reached. */
export const unknownFilled = check({
  id: "claims/unknown-filled",
  title: { ja: "不詳請求の記載", en: "how an unknown claim is filled in" },
  expected: {
    ja: "保険者番号・番号を7で埋め、記号なし、摘要に不詳・住所・事業所・連絡先（9で埋め、摘要を不詳で始めるのは災害時のみ）",
    en: "insurer and number filled with sevens, no symbol; remarks with 不詳, address, workplace, contact; nines, and 不詳 first, are for disasters",
  },
  clause: "eligibility-rules.md §9.1 [P42, P43, P45]",
  requires: ["R3-24"],
  next: {
    ja: "不詳レセプトの番号と摘要の記載を直してください",
    en: "correct numbers and remarks of unknown claims",
  },
  judge(trace) {
    const unknown = actsOf(trace, "claimed").filter(({ message }) => message.claim.basis === "unknown");
    if (unknown.length === 0) return inconc({ ja: "不詳請求がなかった", en: "there was no unknown claim" });
    for (const { seq, message } of unknown) {
      const { id, insurance, remarks, patient } = message.claim;
      const form = stepsOf(trace, "declare").find(
        ({ message: { person } }) => person?.name === patient.name && person.birthdate === patient.birthdate,
      );
      const written = remarks.join(" ");
      const disaster = form?.message.disaster === true;
      const digits = disaster ? NINES : SEVENS;
      // After a disaster 不詳 stands first; else other remarks may stand before it.
      const said = disaster ? written.startsWith("不詳") : written.includes("不詳");
      const wrong =
        !digits.insurers.has(insurance.insurerNumber) ||
        !digits.number.test(insurance.number) ||
        (insurance.symbol ?? "") !== ""
          ? {
              ja: "番号が7（災害時は9）で埋まっていない",
              en: "its numbers are not the sevens, in a disaster the nines",
            }
          : !said || !(form?.message.declaredTexts ?? []).every((text) => written.includes(text))
            ? { ja: "摘要に不詳・住所・事業所・連絡先がそろっていない", en: "its remarks are not complete" }
            : undefined;
      if (wrong !== undefined) {
        return fail([seq], { ja: `レセプト${id}: ${wrong.ja}`, en: `claim ${id}: ${wrong.en}` });
      }
    }
    return pass(
      unknown.map(({ seq }) => seq),
      { ja: "正しく記載されている", en: "they are filled in right" },
    );
  },
  passes: ["C62"],
  bites: ["C62@broken/nines-for-unknown"],
});

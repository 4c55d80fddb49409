import type { Claim } from "../../../simulator/neighbours/claim.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { AID_LAW } from "../aid/aid-reading.ts";
import { actsOf, stepsOf, toldAt } from "../reading.ts";

/** The stored insurance changes where a claim was moved, and only there. */
export const recordAsTold = check({
  id: "claims/record-as-told",
  title: { ja: "振替後の患者情報", en: "the patient's record after the review" },
  expected: {
    ja: "振替・分割では診療最終日の資格を登録し、振替されなかったレセプトでは請求した資格を残す",
    en: "stores the eligibility of the last day where a claim was moved; keeps the billed one where it was not",
  },
  clause: "eligibility-rules.md §9.2 rows 2 to 6; requirements.md C64, C66, C68",
  requires: ["R0-26", "R0-27", "R1-14"],
  next: {
    ja: "連絡書のない、または請求どおりとされたレセプトでは患者情報を書き換えないでください",
    en: "do not rewrite the record of a claim that stayed as billed or brought no notice",
  },
  judge(trace) {
    const asked = stepsOf(trace, "list-holdings").at(-1);
    const list = asked && toldAt(trace, asked, "holdings");
    const claims = actsOf(trace, "claimed").filter(({ message }) => isOnInsurance(message.claim));
    if (list === undefined || claims.length === 0) {
      return inconc({ ja: "登録内容の一覧か請求がなかった", en: "no list of holdings, or no claim" });
    }
    const evidence = [list.seq];
    // The last claim of a patient decides: it holds the last days.
    const latest = new Map(claims.map((crossing) => [crossing.message.claim.patient.name, crossing]));
    for (const [name, { seq, message }] of latest) {
      const { id, insurance } = message.claim;
      const notice = trace
        .on("claims.result")
        .find((told) => told.fate !== "dropped" && told.seq < list.seq && told.message.claim === id);
      const moved = notice?.message.division === "transfer" || notice?.message.division === "split";
      const parts = moved ? (notice?.message.parts ?? []) : [];
      const last = parts.toSorted((a, b) => ((a.days.at(-1)?.day ?? "") < (b.days.at(-1)?.day ?? "") ? 1 : -1))[0];
      const wanted = last?.insurance ?? insurance;
      const held = list.message.people.find((person) => person.name === name);
      if (held?.insurerNumber !== wanted.insurerNumber || held.insuredNumber !== wanted.number) {
        return fail([seq, list.seq, ...(notice === undefined ? [] : [notice.seq])], {
          ja: `レセプト${id}: 登録された保険者が連絡書と合わない`,
          en: `claim ${id}: the stored insurer is not the one the review left`,
        });
      }
      evidence.push(seq, ...(notice === undefined ? [] : [notice.seq]));
    }
    return pass(evidence, { ja: "登録内容は連絡書どおり", en: "the records are as told" });
  },
  passes: ["C64", "C65", "C66", "C67", "C68"],
  bites: ["C64@broken/ignores-claim-notices", "C66@broken/drops-billed"],
});

/** An unknown claim and one on medical aid are on no insurance a chart could keep. */
function isOnInsurance({ basis, insurance }: Claim): boolean {
  return basis !== "unknown" && !insurance.insurerNumber.startsWith(AID_LAW);
}

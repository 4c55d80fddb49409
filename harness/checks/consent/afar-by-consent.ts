import type { Trace } from "../../../simulator/kernel/trace.ts";
import { muhvq02 } from "../../../simulator/messages/kinds/muhvq02.ts";
import { muonq02 } from "../../../simulator/messages/kinds/muonq02.ts";
import type { PulledPeople } from "../../../simulator/messages/kinds/pulled-people.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, personAt, type ReadResult, resultsOf } from "../reading.ts";

/** Whether somebody's consent to visits from afar stands, as a fetched file says. */
interface Fetched {
  readonly seq: number;
  readonly name: string;
  readonly people: readonly { readonly birthdate: string; readonly name: string; readonly stands: boolean }[];
}

/** A visit at home or online is confirmed by a consent that stands, and by none that has ended. */
export const afarByConsent = check({
  id: "consent/afar-by-consent",
  title: { ja: "訪問・オンライン診療の同意", en: "visits from afar rest on a consent that stands" },
  expected: {
    ja: "同意が有効な患者だけをカードなしで確認済みとし、撤回・期限切れの患者は確認済みにしない",
    en: "confirms without a card only those whose consent stands, nobody whose consent has ended",
  },
  clause: "receipt-system-interface.md SEQ-10, §2.9; eligibility-rules.md §5 (home and online visits)",
  requires: ["X-03", "SYS-01"],
  next: {
    ja: "一括取得の結果の同意フラグ（2＝期限切れ）を見て、再同意を依頼してください",
    en: "look at the consent flags of the fetched result (2: ended) and ask for a new consent",
  },
  judge(trace) {
    const files = fetchedIn(trace);
    const evidence: number[] = [];
    for (const { seq, message } of actsOf(trace, "seen-from-afar")) {
      const file = files.find(({ name }) => name === message.file.toLowerCase());
      const person = personAt(trace, message.visit);
      const entry = file?.people.find(({ birthdate, name }) => birthdate === person?.birthdate && name === person.name);
      const stands = entry?.stands === true;
      if (message.confirmed !== stands) {
        return fail([...(file === undefined ? [] : [file.seq]), seq], {
          ja: stands ? "有効な同意のある患者を確認しなかった" : "終わった同意で確認済みにした",
          en: stands ? "a consent that stands was not taken" : "a consent that has ended confirmed a visit",
        });
      }
      evidence.push(...(file === undefined ? [] : [file.seq]), seq);
    }
    if (evidence.length === 0) return inconc({ ja: "カードなしの来院がなかった", en: "no visit without a card" });
    return pass(evidence, { ja: "同意のとおりに確認した", en: "confirmed as the consents stand" });
  },
  passes: ["C75", "C76"],
  bites: ["C75@broken/keeps-ended-consent"],
});

function fetchedIn(trace: Trace): readonly Fetched[] {
  return [muhvq02, muonq02].flatMap((kind) => resultsOf(trace, kind)).map(readFetched);
}

function readFetched({ seq, file, record }: ReadResult<PulledPeople>): Fetched {
  const people = record.MessageBody.BulkConfirmUnit.flatMap(({ QualificationValidity: validity, ...unit }) =>
    unit.ResultOfQualificationConfirmation.slice(0, 1).map((row) => ({
      name: row.Name,
      birthdate: row.Birthdate,
      stands: validity === "1" && row.PharmacistsInfoConsFlg !== "2",
    })),
  );
  return { seq, name: file.name.toLowerCase(), people };
}

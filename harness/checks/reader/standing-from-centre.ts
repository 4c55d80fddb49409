import type { Kept } from "../../../simulator/kernel/pco.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { faceFilesIn, type Sitting, shownIn, sittingsOf, visitOf } from "./sittings.ts";

/** Where a certificate stands for a check-in. */
type Standing = "valid" | "near-end" | "grace" | "refused";

function standingIn(result: Kept<"terminal.api">["result"] | undefined): Standing | undefined {
  if (result?.kind === "recognised") return result.certificate;
  return result?.kind === "certificate-refused" ? "refused" : undefined;
}

/** Where it stands by what the patient saw: notices, consent screens, and how it ended. */
function toldIn(sitting: Sitting): Standing | "not told" {
  const shown = shownIn(sitting);
  const has = (message: string): boolean => shown.some(({ view }) => view.message === message);
  if (has("006")) return faceFilesIn(sitting).length === 0 ? "refused" : "not told";
  if (has("SIM-W2")) return shown.every(({ view }) => view.screen !== "S05") ? "grace" : "not told";
  if (has("SIM-W1")) return "near-end";
  return faceFilesIn(sitting).length > 0 ? "valid" : "not told";
}

/** What the patient is told of the certificate is what the centre found, whatever the reader's own clock says. */
export const standingFromCentre = check({
  id: "reader/standing-from-centre",
  title: { ja: "電子証明書の状態は中央の判断に従う", en: "the certificate stands where the centre says" },
  expected: {
    ja: "期限まで3か月以内は更新の案内、猶予期間は資格情報のみ、失効・期限切れは拒否とし、リーダーの時計に左右されない",
    en: "tells to renew within three months, gives eligibility only in grace, refuses what expired or was revoked, and does not judge by its own clock",
  },
  clause: "requirements.md F17, F28; eligibility-rules.md §7.1",
  requires: ["R3-53"],
  next: {
    ja: "端末から返る電子証明書の状態だけで判断してください",
    en: "judge by the state that comes back through the terminal alone",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      const confirmed = sitting.on("terminal.api").find(({ message }) => message.call.startsWith("confirm"));
      const standing = standingIn(confirmed?.message.result);
      if (confirmed === undefined || standing === undefined) continue;
      const told = toldIn(sitting);
      if (told !== standing)
        return fail([confirmed.seq, shownIn(sitting).at(-1)?.seq ?? confirmed.seq], {
          ja: `${visitOf(sitting)}: 中央は${standing}、リーダーは${told}`,
          en: `${visitOf(sitting)}: ${standing} at the centre, ${told} on the reader`,
        });
      evidence.push(confirmed.seq);
    }
    if (evidence.length === 0) return inconc({ ja: "電子証明書の確認がなかった", en: "no certificate was checked" });
    return pass(evidence, {
      ja: `${evidence.length}件とも中央のとおり`,
      en: `all ${evidence.length} as the centre says`,
    });
  },
  passes: ["F17", "F28"],
  bites: ["F17@reader/ignores-standing", "F28@reader/own-clock"],
});

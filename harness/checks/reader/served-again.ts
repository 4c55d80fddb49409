import { check, fail, inconc, pass } from "../../check.ts";
import { faceFilesIn, shownIn, sittingsOf, visitOf } from "./sittings.ts";

/** After everything that happened, the last patient of the scenario is served, without a restart. */
export const servedAgain = check({
  id: "reader/served-again",
  title: { ja: "次の患者を受け付ける", en: "the last patient is served" },
  expected: {
    ja: "障害の後も再起動なしで次の患者を受け付け、結果が届く",
    en: "serves the next patient after the trouble without a restart, and the result arrives",
  },
  clause: "requirements.md F01, F03, F20, F22, X-10",
  requires: ["X-04", "X-10"],
  next: {
    ja: "障害の後に待受状態へ戻るようにしてください",
    en: "go back to idle after the trouble",
  },
  judge(trace) {
    const last = sittingsOf(trace).at(-1);
    if (last === undefined) return inconc({ ja: "受付がなかった", en: "nobody stepped up" });
    const visit = visitOf(last);
    const end = shownIn(last).at(-1);
    const [file] = faceFilesIn(last);
    if (file === undefined || end?.view.screen !== "S09" || end.view.message !== undefined)
      return fail([last.step.seq, end?.seq ?? last.step.seq], {
        ja: `${visit}: 受け付けられなかった`,
        en: `${visit}: was not served`,
      });
    return pass([file.seq, end.seq], { ja: `${visit}: 結果が届いた`, en: `${visit}: the result arrived` });
  },
  passes: ["F01", "F03"],
  bites: ["F20@reader/needs-restart"],
});

import { check, fail, inconc, pass } from "../../check.ts";
import { after, faceFilesIn, shownIn, sittingsOf, visitOf } from "./sittings.ts";

/** When power is back the reader is idle, and its screen shows nothing of the patient who was there. */
export const bootsToIdle = check({
  id: "reader/boots-to-idle",
  title: { ja: "停電後は待受画面で起動する", en: "boots to idle after a power cut" },
  expected: {
    ja: "待受画面で起動し、氏名・選択・メッセージを表示せず、結果を求めない",
    en: "boots to the idle screen without name, choice or message, and asks for no result",
  },
  clause: "requirements.md F22, X-10",
  requires: ["X-04", "X-10"],
  next: {
    ja: "起動時に前の受付の状態を読み戻さないでください",
    en: "do not restore the state of the session before when booting",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      const cut = sitting.on("reader.supply").find(({ fate }) => fate === "severed");
      if (cut === undefined) continue;
      const visit = visitOf(sitting);
      const [boot] = shownIn(sitting).filter(({ seq }) => seq > cut.seq);
      const shows = Object.keys(boot?.view ?? {}).filter((item) => item !== "reader" && item !== "screen");
      if (boot?.view.screen !== "S00" || shows.length > 0)
        return fail([cut.seq, boot?.seq ?? cut.seq], {
          ja: `${visit}: 起動後の画面が ${boot?.view.screen ?? "なし"}（${shows.join("、")}）`,
          en: `${visit}: boots to ${boot?.view.screen ?? "nothing"} (${shows.join(", ")})`,
        });
      const call = after(sitting, cut.seq).find(({ pco }) => pco === "terminal.api");
      const file = faceFilesIn(sitting).find(({ seq }) => seq > cut.seq && cut.message.at !== "S09");
      if (call !== undefined || file !== undefined)
        return fail([cut.seq, call?.seq ?? file?.seq ?? cut.seq], {
          ja: `${visit}: 停電後も続けた`,
          en: `${visit}: went on after the power cut`,
        });
      evidence.push(boot.seq);
    }
    if (evidence.length === 0) return inconc({ ja: "停電がなかった", en: "power never went" });
    return pass(evidence, { ja: `${evidence.length}回とも待受画面`, en: `idle each of ${evidence.length} times` });
  },
  passes: ["F22"],
  bites: ["F22@reader/boots-to-last-screen"],
});

import { check, fail, inconc, pass } from "../../check.ts";
import { isLifeless, sittingsOf, visitOf, wasAccepted } from "./sittings.ts";

/** A picture of somebody is not the person: what scores below the limit for life is refused, however well it matches. */
export const noFaceWithoutLife = check({
  id: "reader/no-face-without-life",
  title: { ja: "写真や画面の顔を受け入れない", en: "a picture held up is not taken for a person" },
  expected: {
    ja: "生体スコアがしきい値未満なら、顔が一致しても受け入れない",
    en: "refuses what scores below the limit for life, even where the face matches",
  },
  clause: "requirements.md F11, F12; readers-and-line.md §15 RF-11, §17 (detection of attacks, ours)",
  requires: ["R1-03"],
  next: {
    ja: "一致を見る前に、生体スコアをしきい値と比べてください",
    en: "compare the liveness score with its threshold before the match counts",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      for (const frame of sitting.on("camera.frame")) {
        const { seq, message } = frame;
        if (!isLifeless(message)) continue;
        if (wasAccepted(sitting, frame))
          return fail([sitting.step.seq, seq], {
            ja: `${visitOf(sitting)}: 生体スコア${message.live}（しきい値${message.liveThreshold}）の顔を受け入れた`,
            en: `${visitOf(sitting)}: a face was accepted at liveness ${message.live}, threshold ${message.liveThreshold}`,
          });
        evidence.push(seq);
      }
    }
    if (evidence.length === 0) return inconc({ ja: "生体を疑う顔がなかった", en: "no face was in doubt" });
    return pass(evidence, {
      ja: `疑わしい顔を${evidence.length}回とも拒否した`,
      en: `all ${evidence.length} faces in doubt were refused`,
    });
  },
  passes: ["F11", "F12"],
  bites: ["F11@reader/takes-pictures-for-people", "F12@reader/takes-pictures-for-people"],
});

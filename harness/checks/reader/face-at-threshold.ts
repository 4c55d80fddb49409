import { check, fail, inconc, pass } from "../../check.ts";
import { after, isLifeless, sittingsOf, visitOf, wasAccepted } from "./sittings.ts";

/** A face is accepted at the threshold and above, and refused below it; the score stands in the trace. */
export const faceAtThreshold = check({
  id: "reader/face-at-threshold",
  title: { ja: "しきい値のとおりに判定する", en: "a face is judged by the threshold" },
  expected: {
    ja: "スコアがしきい値以上なら受け入れ、未満なら拒否する",
    en: "accepts a score at the threshold or above and refuses one below",
  },
  clause: "requirements.md F11; readers-and-line.md §17 (matching score)",
  requires: ["R1-03"],
  next: {
    ja: "「以上」で比較し、丸めないでください",
    en: "compare with at least, and do not round",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      for (const frame of sitting.on("camera.frame")) {
        const { seq, message } = frame;
        if (message.quality !== "good" || isLifeless(message)) continue; // whatever it scores, it is refused
        const wanted = message.score >= message.threshold;
        const accepted = wasAccepted(sitting, frame);
        if (accepted !== wanted)
          return fail([seq, after(sitting, seq)[0]?.seq ?? seq], {
            ja: `${visitOf(sitting)}: スコア${message.score}（しきい値${message.threshold}）を${accepted ? "受け入れた" : "拒否した"}`,
            en: `${visitOf(sitting)}: score ${message.score} was ${accepted ? "accepted" : "refused"} at a threshold of ${message.threshold}`,
          });
        evidence.push(seq);
      }
    }
    if (evidence.length === 0) return inconc({ ja: "顔照合がなかった", en: "no face was compared" });
    return pass(evidence, { ja: `${evidence.length}回とも判定どおり`, en: `all ${evidence.length} judged right` });
  },
  passes: ["F11"],
  bites: ["F11@reader/above-threshold-only", "F11@reader/below-threshold-too"],
});

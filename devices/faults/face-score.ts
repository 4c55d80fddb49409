import { fault } from "../../simulator/kernel/fault.ts";
import "../readers/camera.ts";

/** The camera sees a face that scores just so, in thousandths: at the threshold, above, below (requirements.md F11). */
export const faceScore = fault({
  id: "face-score",
  title: { ja: "顔照合スコアの固定", en: "face score fixed" },
  pco: "camera.frame",
  defaults: { score: 599 },
  shows: "C01+face-score",
  arm:
    ({ score }) =>
    (frame) => ({ pass: { ...frame, score } }),
});

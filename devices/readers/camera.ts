import type { FaceQuality, FaceScore, FaceThresholds, LivenessScore } from "./face-gate.ts";

/** One try at face authentication as the matcher saw it; the picture itself never reaches the evidence. */
export interface CameraFrame extends FaceThresholds {
  readonly reader: string;
  /** 0 for the first try. */
  readonly attempt: number;
  /** How alike the face and the card's photograph are, in thousandths. */
  readonly score: FaceScore;
  /** How sure it is that a person is there and no picture of one, in thousandths. */
  readonly live: LivenessScore;
  readonly quality: FaceQuality;
}

declare module "../../simulator/kernel/pco.ts" {
  interface Pcos {
    /** Between camera and matcher. */
    "camera.frame": { readonly live: CameraFrame; readonly kept: CameraFrame };
  }
}

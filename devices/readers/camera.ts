import type { FaceScore } from "./face-gate.ts";

/** One try at face authentication as the matcher saw it; the picture itself never reaches the evidence. */
export interface CameraFrame {
  readonly reader: string;
  /** 0 for the first try. */
  readonly attempt: number;
  readonly score: FaceScore;
  /** Accepted at this score or above. */
  readonly threshold: FaceScore;
}

declare module "../../simulator/kernel/pco.ts" {
  interface Pcos {
    /** Between camera and matcher. */
    "camera.frame": { readonly live: CameraFrame; readonly kept: CameraFrame };
  }
}

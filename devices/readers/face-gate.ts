/** The face gate of a reader: live picture and the chip's picture in, scores and a decision out (docs/face.md). The door to `face/`. */
export { FACE_ACCEPT_FROM, type FaceScore, scoreFaces } from "./face/comparator.ts";
export { checkFaceImage, FACE_IMAGE_MAX_SIDE_PX, type FaceImage } from "./face/image.ts";
export type { LivenessScore } from "./face/liveness.ts";
export type { FaceQuality } from "./face/quality.ts";
export { type ScriptedTry, scriptedFaces } from "./face/scripted.ts";
export {
  carefulFaceRules,
  decideFace,
  type FaceDecision,
  type FaceFrames,
  type FaceMeasurement,
  type FaceRules,
  type FaceThresholds,
  type FaceTry,
  measureFace,
} from "./face/verdict.ts";

/** The face gate of a reader: live picture and the chip's picture in, scores out (docs/face.md). The door to `face/`. */
export { FACE_ACCEPT_FROM, type FaceScore, scoreFaces } from "./face/comparator.ts";
export { checkFaceImage, FACE_IMAGE_MAX_SIDE_PX, type FaceImage } from "./face/image.ts";

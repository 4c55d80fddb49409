/** The PC/SC service: our readers for every PC/SC program on Linux. */
export { PcscService, type PcscServiceOptions } from "./service.ts";
export { defaultSocketPath, pcscEnvironment } from "./socket-file.ts";

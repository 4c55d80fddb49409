/** The PC/SC service: our readers for every PC/SC program on Linux. */
export { PcscService } from "./service.ts";
export { defaultSocketPath, pcscEnvironment } from "./socket-file.ts";

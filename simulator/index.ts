/** The door to everything beyond the line, and the ground it stands on. */
export { CentralServer, type CentralServerParts } from "./central/central-server.ts";
export { type Ledger, MemoryLedger } from "./central/ledger.ts";
export type { CentralService } from "./central/service.ts";
export { type Clock, VirtualClock } from "./kernel/clock.ts";
export { MisuseError, ProtocolViolation } from "./kernel/errors.ts";
export { type DeclaredFault, fault } from "./kernel/fault.ts";
export { type Outcome, type Pcos, Switchboard } from "./kernel/pco.ts";
export { all, Mailbox, type Process, sleep, start } from "./kernel/process.ts";
export { type Rng, rngFromSeed } from "./kernel/rng.ts";
export type { Crossing, Trace } from "./kernel/trace.ts";
export { DedicatedLine, type Line, type LineOutcome } from "./line/line.ts";
export { decodeMessage, encodeMessage, messageKinds } from "./messages/index.ts";
export { createAuthority, issueTerminalCertificate, issueUserCertificate } from "./pki/authority.ts";
export { authorityGenerations, authorityOf } from "./pki/generations.ts";
export { checkedInKeys, freshKeys, type KeySource } from "./pki/key-source.ts";
export { issueSignatureCertificate } from "./pki/signature-certificate.ts";
export { Population } from "./population/person.ts";
export { policyAt } from "./population/policy.ts";

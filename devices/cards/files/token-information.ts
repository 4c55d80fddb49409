import { layout, raw, text, u32be } from "../../../simulator/kernel/layout.ts";

/**
 * JPKI EF 0006, 160 bytes in the shape of PKCS#11's CK_TOKEN_INFO (my-number-card.md §1.3). Clients read the first 20
 * or 32 bytes and tell card from phone by the label.
 */
export const tokenInformation = layout({
  label: text(32),
  manufacturer: text(32),
  model: text(16),
  serial: text(16),
  flags: u32be,
  maxSessions: u32be,
  sessions: u32be,
  maxReadWriteSessions: u32be,
  readWriteSessions: u32be,
  maxPinLength: u32be,
  minPinLength: u32be,
  /** Four memory sizes, unknown: FF. */
  memory: raw(16),
  hardwareVersion: text(2),
  firmwareVersion: text(2),
  time: text(16),
});

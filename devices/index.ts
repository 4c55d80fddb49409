/** The door to what stands on the counter: card, reader, terminal, and the folders to the receipt system. */
export { cardApplications } from "./cards/applications/index.ts";
export { Card } from "./cards/card.ts";
export { type CardChannel, FieldChannel } from "./cards/card-channel.ts";
export type { CardImage } from "./cards/card-image.ts";
export { deviceFaults } from "./faults/index.ts";
export { decodeCommand, encodeCommand, encodeResponse } from "./iso7816/apdu.ts";
export type { PatientAtReader } from "./readers/patient.ts";
export type { ReaderProfile } from "./readers/profile.ts";
export { readerProfiles } from "./readers/profiles/index.ts";
export { readerSession, type SessionOutcome } from "./readers/session.ts";
export { CardProcessing } from "./terminal/card-processing.ts";
export { ExchangeFolders } from "./terminal/exchange-folder.ts";
export { LinkApplication } from "./terminal/link-application.ts";
export type { TerminalApi } from "./terminal/ports.ts";
export { defaultTerminalSettings, type TerminalSettings } from "./terminal/settings.ts";

import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Ended } from "../command.ts";
import { certificateFile, KEYS } from "../opensc.ts";
import { type Stack, type Table, tableOf } from "../stack.ts";

/** A page `openssl s_server` makes: all it knows of the connection, with the client's certificate. */
const ASK = "GET / HTTP/1.0\r\n\r\n";

/** OpenSC's module, found by its name; the engine looks at nothing else. */
const MODULE = "PKCS11_MODULE_PATH=opensc-pkcs11.so";

/** A TLS server that wants a client certificate of an authority; tells the port it was given. */
async function startServer(table: Table, authority: string): Promise<string> {
  const [key, certificate] = [join(table.folder, "server-key.pem"), serverCertificate(table)];
  const make = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "2"];
  await table.run("openssl", [...make, "-keyout", key, "-out", certificate]);
  const wants = ["-Verify", "1", "-verify_return_error", "-no-CApath", "-no-CAstore", "-CAfile", authority];
  const server = ["s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, ...wants, "-www"];
  const [, port = ""] = await table.start("openssl", server).until(/ACCEPT 127\.0\.0\.1:(\d+)/);
  return port;
}

const serverCertificate = (table: Table): string => join(table.folder, "server.pem");

/**
 * A TLS client whose key is on the card. TLS 1.2 and PKCS#1 v1.5: TLS 1.3 wants RSA-PSS, which OpenSC does not offer for
 * this card. The key is named by its slot: OpenSC gives all tokens the same serial number.
 */
function connect(table: Table, port: string, certificate: string): Promise<Ended> {
  const key = [
    "-engine",
    "pkcs11",
    "-keyform",
    "engine",
    "-key",
    "slot_0-id_01",
    "-pass",
    `pass:${KEYS.authentication.secret}`,
  ];
  const tls = ["-tls1_2", "-client_sigalgs", "RSA+SHA256", "-cert", certificate];
  const server = [
    "-connect",
    `127.0.0.1:${port}`,
    "-CAfile",
    serverCertificate(table),
    "-verify_return_error",
    "-quiet",
  ];
  return table.run("env", [MODULE, "openssl", "s_client", ...key, ...tls, ...server], ASK);
}

/** The card's key authenticates a TLS client through PKCS#11. */
export function tls(stack: () => Stack): void {
  describe("a TLS client with the card's key", () => {
    const laid = tableOf(stack, ["employee"]);

    test("is authenticated by openssl s_server under the card's CA", async () => {
      const table = laid();
      const certificate = await certificateFile(table, KEYS.authentication.id);
      const port = await startServer(table, await certificateFile(table, KEYS.authentication.authority));
      const { code, stdout } = await connect(table, port, certificate);
      expect(code).toBe(0);
      expect(stdout).toContain("Verify return code: 0 (ok)");
      const [seen = ""] = /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.exec(stdout) ?? [];
      expect(new X509Certificate(seen).serialNumber).toBe(new X509Certificate(readFileSync(certificate)).serialNumber);
    });

    test("is turned away by a server that trusts another CA", async () => {
      const table = laid();
      const certificate = await certificateFile(table, KEYS.authentication.id);
      const port = await startServer(table, await certificateFile(table, KEYS.signature.authority));
      const { code, stdout, stderr } = await connect(table, port, certificate);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toContain("alert unknown ca");
    });
  });
}

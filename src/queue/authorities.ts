import { readFileSync } from "node:fs";
import { rootCertificates } from "node:tls";

/** Where systems keep the authorities they trust. */
const SYSTEM = [
	"/etc/ssl/certs/ca-certificates.crt",
	"/etc/pki/tls/certs/ca-bundle.crt",
	"/etc/ssl/ca-bundle.pem",
	"/etc/ssl/cert.pem",
];

/**
 * Certificates of the authorities that may vouch for a Redis: Node's own, the system's,
 * and those of NODE_EXTRA_CA_CERTS, which a list given to TLS would otherwise displace.
 */
export function authorities(): string[] {
	const extra = process.env["NODE_EXTRA_CA_CERTS"];
	const system = process.env["SSL_CERT_FILE"];
	const files = [...(system ? [system] : SYSTEM), ...(extra ? [extra] : [])];
	return [...rootCertificates, ...files.flatMap(textIn)];
}

function textIn(path: string): readonly string[] {
	try {
		return [readFileSync(path, "utf8")];
	} catch {
		return [];
	}
}

/** Plain words for the errors of Redis and of the network before it. */

/** Meaning of an error of Redis, and whether to ask again later may help. */
export interface RedisFault {
	/** e.g. `is out of memory`, to stand after the address */
	readonly words: string;
	/** true when address, user or set-up must be changed first */
	readonly lasting: boolean;
}

/** Patterns of codes and messages, with their words and `lasting`; the first that fits counts. */
const FAULTS: readonly (readonly [RegExp, string, boolean])[] = [
	[/^ECONNREFUSED/, "is not there: nothing listens at that address", false],
	[/^(ENOTFOUND|EAI_AGAIN)/, "is not there: no such host is known", false],
	[/^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/, "does not answer", false],
	[
		/^TLS_SILENCE/,
		"does not answer; expected redis:// instead of rediss:// where it speaks no TLS",
		false,
	],
	[/^(ECONNRESET|EPIPE)/, "hangs up", false],
	[/DB index is out of range/, "has no database of that number", true],
	[/RESP type|Protocol error/, "is no Redis", true],
	[/^WRONGPASS|invalid password/, "does not take this user and password", true],
	[
		/^NOAUTH/,
		"asks for a password; give it in STIBIUM_REDIS=redis://user:password@host:port",
		true,
	],
	[/^NOPERM/, "does not let this user do what a queue needs", true],
	[
		/CERT|UNABLE_TO|certificate|altname/i,
		"shows a certificate that nobody trusted vouches for; name its authority in NODE_EXTRA_CA_CERTS",
		true,
	],
	[
		/EPROTO|wrong version number|ERR_SSL|SSL/,
		"does not speak TLS; expected redis:// instead of rediss://",
		true,
	],
	[/^OOM/, "is out of memory", false],
	[/^(READONLY|MASTERDOWN|CLUSTERDOWN)/, "takes no writes", false],
	[/^LOADING/, "is still starting", false],
];

/** Explains an error of Redis or of the network, in its own words where it is unknown. */
export function redisFault(error: unknown): RedisFault {
	const { code, message } = partsOf(error);
	const found = FAULTS.find(([form]) => form.test(code) || form.test(message));
	return found
		? { words: found[1], lasting: found[2] }
		: { words: `reports: ${message}`, lasting: false };
}

function partsOf(error: unknown): { code: string; message: string } {
	if (!(error instanceof Error)) return { code: "", message: String(error) };
	const code = "code" in error ? String(error.code) : "";
	return { code, message: error.message.replace(/^connect /, "") };
}

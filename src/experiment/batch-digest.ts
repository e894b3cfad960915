/** Digest of a batch: one hash over all its numbers, the same for any machine and workers. */

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** End of a replicate in a scenario, as its byte in the digest. */
export const STATUS = { sound: 0, failed: 1, lost: 2 } as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];

/** The one pattern of a value that is not there: a quiet NaN without payload. */
const NULL_HIGH = 0x7ff80000;

/**
 * SHA-256 of the numbers of a batch: the text `stibium-digest/1\n`, then per scenario by
 * name and per replicate ascending: the name in UTF-8, a zero byte, the replicate as
 * uint32, the status byte, then metrics and parameters as float64, all little endian.
 * Null is 0x7ff8000000000000 and −0 is +0. Rows must come in that order.
 */
export class BatchDigest {
	readonly #hash = sha256.create();
	readonly #encoder = new TextEncoder();

	constructor() {
		this.#hash.update(this.#encoder.encode("stibium-digest/1\n"));
	}

	/** Takes the next row. `values` are its metrics, then its parameters; NaN is null. */
	row(
		scenario: string,
		replicate: number,
		status: Status,
		values: ArrayLike<number>,
	): void {
		const name = this.#encoder.encode(scenario);
		const bytes = new Uint8Array(name.length + 6 + 8 * values.length);
		bytes.set(name);
		const view = new DataView(bytes.buffer, name.length);
		view.setUint32(1, replicate, true);
		view.setUint8(5, status);
		for (let i = 0; i < values.length; i++)
			putValue(view, 6 + 8 * i, values[i]!);
		this.#hash.update(bytes);
	}

	/** The digest, as 64 hexadecimal digits. Ends it. */
	hex(): string {
		return bytesToHex(this.#hash.digest());
	}
}

function putValue(view: DataView, at: number, value: number): void {
	if (Number.isNaN(value)) view.setUint32(at + 4, NULL_HIGH, true);
	else view.setFloat64(at, value === 0 ? 0 : value, true);
}

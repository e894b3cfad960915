import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { BatchDigest, STATUS } from "../../src/experiment/batch-digest.ts";

test("the digest of a tiny batch is the SHA-256 of bytes laid out by hand", () => {
	const digest = new BatchDigest();
	digest.row("calm", 3, STATUS.sound, [1, Number.NaN]);
	digest.row("été", 258, STATUS.failed, [-0, -2.5]);
	const bytes = Buffer.from(
		[
			"737469626975 6d2d646967657374 2f31 0a", // stibium-digest/1, line feed
			"63616c6d 00 03000000 00", // calm, 0, replicate 3, sound
			"000000000000f03f", // 1
			"000000000000f87f", // null
			"c3a974c3a9 00 02010000 01", // été, 0, replicate 258, failed
			"0000000000000000", // −0 is +0
			"00000000000004c0", // −2.5
		]
			.join("")
			.replaceAll(" ", ""),
		"hex",
	);
	expect(digest.hex()).toBe(createHash("sha256").update(bytes).digest("hex"));
});

test("every NaN is the same null, whatever bits it carries", () => {
	const odd = new Float64Array(Uint32Array.of(1, 0xfff80000).buffer);
	const of = (values: ArrayLike<number>) => {
		const digest = new BatchDigest();
		digest.row("calm", 0, STATUS.sound, values);
		return digest.hex();
	};
	expect(of(odd)).toBe(of([Number.NaN]));
	expect(of([0])).toBe(of([-0]));
	expect(of([0])).not.toBe(of([Number.NaN]));
});

test("the digest of many rows is the SHA-256 of all their bytes, however the rows fall on its blocks", () => {
	const digest = new BatchDigest();
	const hash = createHash("sha256").update("stibium-digest/1\n");
	for (let count = 0; count < 130; count++) {
		digest.row("a".repeat(count), count, STATUS.lost, [count]);
		const row = Buffer.alloc(count + 14);
		row.fill("a", 0, count);
		row.writeUInt32LE(count, count + 1);
		row.writeUInt8(STATUS.lost, count + 5);
		row.writeDoubleLE(count, count + 6);
		hash.update(row);
	}
	expect(digest.hex()).toBe(hash.digest("hex"));
});
